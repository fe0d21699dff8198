// SPDX-License-Identifier: MIT
#pragma once

#include <QNetworkAccessManager>

#include <memory>
#include <vector>

namespace lapwing::engine {

/// Needed with Qt 6.4 and 6.8; cutting connections works on Linux only.
///
/// Deletes a manager whose thread a server may hold, without waiting for it; `connections` are those of
/// what was never answered (engine/system/connections.h), and are cut when it does not come back by itself.
///
/// A server may hold the thread with a header, or the size of a chunk, without an end: Qt reads on for as long
/// as bytes come, and neither abort() nor anything else that it offers gets through. The destructor then
/// waits 5 s and leaves the thread behind (qnetworkaccessmanager.cpp; measured with Qt 6.4.2 and 6.8.2). So the
/// connection has to go, and elsewhere, since the loop must not wait meanwhile. It is the one thing that is not
/// joined: neither a run nor the end of the process waits for such a server.
void dismiss(std::unique_ptr<QNetworkAccessManager> manager, std::vector<quint64> connections);

} // namespace lapwing::engine
