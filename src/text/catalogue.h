// SPDX-License-Identifier: MIT
#pragma once

namespace lapwing::text {

/// For main(), once there is an application: from now on sentences that hold a count have its plural form
/// ("1 link", "2 links"). The source has that of many.
void installCatalogue();

} // namespace lapwing::text
