// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.h"

#include <QStringList>

#include <functional>

class QSettings;

namespace lapwing::ui {

class BackgroundQueue;

/// The user's choices for every run; the defaults are the values of an untouched plan. The password
/// of the proxy and the headers are secrets: they live as long as the program, and are never stored.
struct Settings {
    QString language;              ///< see text::languages(); empty: that of the system
    bool startAfterAdding = false; ///< what is added starts by itself
    bool resumeAtStart = false;    ///< what the last session left unfinished goes on by itself
    int maxKeptRuns = 100;         ///< of the history; the oldest go first
    bool notifies = true;          ///< of the end of a run, while no window is active
    bool keepsAwake = true;        ///< while a run goes on
    plan::Conflict conflict = plan::Conflict::Number;
    bool requireProof = false;
    std::optional<qint64> maxFileSize; ///< bytes
    plan::Retries retries;
    plan::Timeouts timeouts;
    plan::MinimumRate minimumRate;
    std::optional<plan::Proxy> proxy; ///< absent: as the environment says
    bool isDirect = false;            ///< no proxy, whatever the environment says
    std::vector<plan::Header> headers;
    bool netrc = false;        ///< use the names and passwords of ~/.netrc
    QString cookieFile;        ///< in the format of Netscape; empty: none
    bool takesCookies = true;  ///< those that servers set, until a run ends
    QString caCertificateFile; ///< PEM; empty: none

    [[nodiscard]] static Settings load(const QSettings &store);
    void save(QSettings &store) const;
    /// As the user writes it: "none", addressOf() it, or nothing.
    [[nodiscard]] QString proxyText() const;
};

/// "http://name@host:port": with the name, without the password.
[[nodiscard]] QString addressOf(const plan::Proxy &proxy);

/// `plan` with everything that was chosen. The files are read anew each time, off the window's thread;
/// the error is a sentence that names the one that cannot be used. Where there is no file to be read,
/// `take` is called at once.
void complete(plan::Plan plan, const Settings &settings, BackgroundQueue &errands,
              std::function<void(tl::expected<plan::Plan, QString>)> take);

} // namespace lapwing::ui
