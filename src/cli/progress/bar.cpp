// SPDX-License-Identifier: MIT
#include "cli/progress/bar.h"

#include "text/displaywidth.h"

namespace lapwing::cli {

void Bar::note(const QString &sentence)
{
    clear();
    Progress::note(sentence);
}

void Bar::end(const record::RunFacts &facts)
{
    clear();
    Progress::end(facts);
}

void Bar::begun(const plan::Plan &)
{
    m_partOf.clear();
}

void Bar::taskMoved(const record::TaskRecord &task)
{
    if (!record::isEnd(task.state) && task.size.value_or(0) > 0)
        m_partOf[task.id] =
            std::min(1.0, static_cast<double>(task.bytes) / static_cast<double>(*task.size));
    else
        m_partOf.remove(task.id);
}

void Bar::updated()
{
    const int columns =
        streams().columns() - 1; // writing to the last one makes some terminals wrap
    const QString text = progressText();
    const auto room = std::min<qsizetype>(30, columns - text::displayWidth(text) - 3);
    const QString line = room < 10 ? text::cutToWidth(text, columns) : gauge(room) + u' ' + text;
    write(streams().err, '\r' + harmless(line).toUtf8() + "\x1b[K"); // and erases what was longer
}

QString Bar::gauge(qsizetype room) const
{
    double finished = ledger().totals().finished();
    for (const double part : m_partOf)
        finished += part;
    const double filled = static_cast<double>(room) * finished / std::max(1, ledger().size());
    return u'[' + QString(static_cast<qsizetype>(filled), u'=').leftJustified(room) + u']';
}

void Bar::clear()
{
    write(streams().err, "\r\x1b[K");
}

} // namespace lapwing::cli
