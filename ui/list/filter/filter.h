// SPDX-License-Identifier: MIT
#pragma once

#include "list/row.h"
#include "list/taskgroup.h"

#include <QStringList>

#include <tl/expected.hpp>

#include <functional>
#include <vector>

namespace lapwing::ui {

using FilterTerm = std::function<bool(const Row &)>;

/// Which rows are shown: those of a group that meet every term of a search expression.
///
/// An expression is words with blanks between: `host:one.example -is:done larger:10MB "two words"`. A word without a
/// key is looked for in the name, the link, and the reason of a failure. A `-` before it turns a word round.
/// What is unknown of a row meets no condition about it: `larger:1B` hides rows of unknown size, and so does
/// `smaller:1GB`.
class Filter {
public:
    Filter() = default; ///< every row
    /// Or one sentence about what is wrong with it.
    [[nodiscard]] static tl::expected<Filter, QString> parse(const QString &expression);
    /// The same expression, of this group.
    [[nodiscard]] Filter in(TaskGroup group) const;

    /// The same, of the rows that meet `term` besides; two terms of one name are the same term.
    [[nodiscard]] Filter meeting(const QString &name, FilterTerm term) const;

    [[nodiscard]] TaskGroup group() const { return m_group; }
    [[nodiscard]] const QString &expression() const { return m_expression; }
    [[nodiscard]] bool isEmpty() const { return m_group == TaskGroup::All && m_terms.empty(); }
    [[nodiscard]] bool accepts(const Row &row) const;

    friend bool operator==(const Filter &left, const Filter &right)
    {
        return left.m_group == right.m_group && left.m_expression == right.m_expression
            && left.m_names == right.m_names;
    }

private:
    TaskGroup m_group = TaskGroup::All;
    QString m_expression;
    QStringList m_names; ///< of the terms that are not of the expression
    std::vector<FilterTerm> m_terms;
};

} // namespace lapwing::ui
