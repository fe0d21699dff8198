// SPDX-License-Identifier: MIT
#include "list/filter/filtercompleter.h"

#include "list/filter/filterterms.h"

#include <QStringListModel>

namespace lapwing::ui {
namespace {

QStringList withPrefix(const QString &prefix, QStringList words)
{
    for (QString &word : words)
        word.prepend(prefix);
    return words;
}

QStringList keyWords()
{
    QStringList words = filterKeys();
    for (QString &word : words)
        word += u':';
    return words;
}

/// Where the last word begins, behind its "-".
qsizetype lastWordOf(const QString &expression)
{
    const qsizetype start = expression.lastIndexOf(u' ') + 1;
    return start + (QStringView(expression).mid(start).startsWith(u'-') ? 1 : 0);
}

} // namespace

FilterCompleter::FilterCompleter(std::function<QStringList()> hosts, QObject *parent)
    : QCompleter(parent), m_hosts(std::move(hosts)), m_words(new QStringListModel(keyWords(), this))
{
    setModel(m_words);
    setCaseSensitivity(Qt::CaseInsensitive);
    setCompletionMode(QCompleter::PopupCompletion);
}

/// Called by Qt for every change of the text, before it looks for what matches.
QStringList FilterCompleter::splitPath(const QString &path) const
{
    const qsizetype start = lastWordOf(path);
    m_before = path.left(start);
    const QString word = path.mid(start);
    offer(word);
    return {word.isEmpty() ? QStringLiteral("\n") : word}; // nothing is offered for nothing
}

QString FilterCompleter::pathFromIndex(const QModelIndex &index) const
{
    return m_before + QCompleter::pathFromIndex(index);
}

void FilterCompleter::offer(QStringView word) const
{
    const QString key = word.left(word.indexOf(u':') + 1).toString().toLower();
    if (key == m_offered)
        return;
    m_offered = key;
    if (key == u"is:")
        m_words->setStringList(withPrefix(key, filterStates()));
    else if (key == u"host:")
        m_words->setStringList(withPrefix(key, m_hosts()));
    else
        m_words->setStringList(key.isEmpty() ? keyWords() : QStringList());
}

} // namespace lapwing::ui
