// SPDX-License-Identifier: MIT
#include "openwith/keyfile.h"

namespace lapwing::ui {
namespace {

QChar unescaped(QChar c)
{
    switch (c.unicode()) {
    case u's':
        return u' ';
    case u'n':
        return u'\n';
    case u't':
        return u'\t';
    case u'r':
        return u'\r';
    default:
        return c;
    }
}

} // namespace

KeyFile KeyFile::read(const QByteArray &bytes)
{
    KeyFile file;
    QHash<QString, QString> *group = nullptr;
    for (const QByteArray &raw : bytes.split('\n')) {
        const QString line = QString::fromUtf8(raw).trimmed();
        if (line.startsWith(u'#'))
            continue;
        if (line.startsWith(u'[') && line.endsWith(u']')) {
            group = &file.m_groups[line.mid(1, line.size() - 2)];
            continue;
        }
        const qsizetype equals = line.indexOf(u'=');
        const QString key = line.left(equals).trimmed();
        if (group != nullptr && equals > 0 && !group->contains(key))
            group->insert(key, line.mid(equals + 1).trimmed());
    }
    return file;
}

QString KeyFile::value(const QString &group, const QString &key) const
{
    const auto found = m_groups.constFind(group);
    return found == m_groups.cend() ? QString() : found->value(key);
}

QString KeyFile::text(const QString &group, const QString &key) const
{
    const QString raw = value(group, key);
    QString text;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const bool isEscape = raw[i] == u'\\' && i + 1 < raw.size();
        text += isEscape ? unescaped(raw[++i]) : raw[i];
    }
    return text;
}

QStringList KeyFile::list(const QString &group, const QString &key) const
{
    return value(group, key).split(u';', Qt::SkipEmptyParts);
}

} // namespace lapwing::ui
