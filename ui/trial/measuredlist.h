// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

#include <QUrl>

#include <vector>

namespace lapwing::plan {
class Listing;
}

namespace lapwing::ui {

/// The downloads that a measurement was of.
class MeasuredList {
public:
    explicit MeasuredList(const report::Document &document);

    /// They are the entries of `list`, or have the same links, in whatever order. Those of the history have the values of
    /// no query, so there the ids tell their links from others that are shown alike.
    [[nodiscard]] bool isSameAs(const plan::Listing &list) const;

private:
    struct Download {
        int id = 0;
        QUrl url;
    };
    std::vector<Download> m_downloads;
};

} // namespace lapwing::ui
