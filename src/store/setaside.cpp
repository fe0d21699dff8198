// SPDX-License-Identifier: MIT
#include "store/setaside.h"

#include "store/file.h"

#include <QFile>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::store {
namespace {

/// The file last: a new one beside the old "-wal" would take that for its own.
const std::array endings{u"-wal"_s, u"-shm"_s, QString()};

bool isFree(const QString &path)
{
    return std::ranges::none_of(
        endings, [&](const QString &ending) { return QFile::exists(path + ending); });
}

QString freePath(const QString &wanted)
{
    QString path = wanted;
    for (int number = 2; !isFree(path); ++number)
        path = u"%1-%2"_s.arg(wanted).arg(number);
    return path;
}

} // namespace

QString setAside(const QString &folder, Trouble trouble, const QDateTime &now)
{
    const QString path = filePath(folder);
    const QString kind = trouble == Trouble::NewerVersion ? u".newer-"_s : u".damaged-"_s;
    const QString aside = freePath(path + kind + now.toString(u"yyyyMMdd-HHmmss"_s));
    for (const QString &ending : endings) {
        const QString part = path + ending;
        if (QFile::exists(part) && !QFile::rename(part, aside + ending))
            return {};
    }
    return aside;
}

} // namespace lapwing::store
