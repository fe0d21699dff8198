// SPDX-License-Identifier: MIT
#include "list/filter/filter.h"

#include "list/filter/filterterms.h"
#include "list/filter/filterwords.h"

#include <algorithm>

namespace lapwing::ui {

tl::expected<Filter, QString> Filter::parse(const QString &expression)
{
    Filter filter;
    filter.m_expression = expression.simplified();
    for (const FilterWord &word : filterWords(expression)) {
        tl::expected<FilterTerm, QString> term = termFor(word);
        if (!term)
            return tl::make_unexpected(term.error());
        if (word.isNegated)
            filter.m_terms.push_back(
                [meets = std::move(*term)](const Row &row) { return !meets(row); });
        else
            filter.m_terms.push_back(std::move(*term));
    }
    return filter;
}

Filter Filter::meeting(const QString &name, FilterTerm term) const
{
    Filter filter = *this;
    filter.m_names << name;
    filter.m_terms.push_back(std::move(term));
    return filter;
}

Filter Filter::in(TaskGroup group) const
{
    Filter filter = *this;
    filter.m_group = group;
    return filter;
}

bool Filter::accepts(const Row &row) const
{
    if (m_group != TaskGroup::All && groupOf(row) != m_group)
        return false;
    return std::ranges::all_of(m_terms, [&row](const FilterTerm &meets) { return meets(row); });
}

} // namespace lapwing::ui
