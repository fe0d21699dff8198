// SPDX-License-Identifier: MIT
#pragma once

#include "engine/http/proof.h"
#include "record/taskrecord.h"

#include <QUrl>

#include <tl/expected.hpp>
#include <vector>

namespace lapwing::engine {

inline constexpr std::size_t maxRedirects =
    20; ///< as curl's users, wget, aria2 and browsers have it

/// Where the redirect of `from` leads, after `hops`; or why it is not followed: it says no place or none
/// that can be asked, it runs too far, or it is not safe: to another scheme than http and
/// https, from https to http, or from a public server to one of this machine or its network, which only
/// an address or "localhost" tells (a name may stand for anything).
[[nodiscard]] tl::expected<QUrl, record::Failure> redirectTarget(
    const QUrl &from, const ResponseHead &head, const std::vector<record::Hop> &hops);

} // namespace lapwing::engine
