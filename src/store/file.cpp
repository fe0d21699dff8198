// SPDX-License-Identifier: MIT
#include "store/file.h"

#include "store/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::store {
namespace {

/// How long somebody else's lock is waited for.
const QString patience = u"QSQLITE_BUSY_TIMEOUT=2000"_s;

Trouble troubleOfErrno()
{
    switch (errno) {
    case ENOSPC:
    case EDQUOT:
        return Trouble::NoSpace;
    case EIO:
        return Trouble::DiskError;
    default:
        return Trouble::NotWritable;
    }
}

std::optional<Trouble> makeFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return std::nullopt;
    QDir().mkpath(info.path());
    if (::mkdir(QFile::encodeName(folder).constData(), 0700) == 0 || errno == EEXIST)
        return std::nullopt;
    return troubleOfErrno();
}

/// One that is there is never opened and closed here: that would drop the locks that SQLite has on it in this
/// process (fcntl(2), and https://www.sqlite.org/howtocorrupt.html section 2.2).
std::optional<Trouble> makeFile(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const int made = ::open(name.constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (made >= 0) {
        ::close(made);
        return std::nullopt;
    }
    if (errno != EEXIST)
        return troubleOfErrno();
    (void)::chmod(name.constData(), 0600); // of a disk that knows no permissions it may fail
    return std::nullopt;
}

bool prepareForWriting(DatabaseConnection &connection)
{
    return bringUpToDate(connection)
        && connection.value(u"PRAGMA journal_mode = WAL"_s).toString() == u"wal"
        && connection.run(u"PRAGMA synchronous = FULL"_s)
        && connection.run(u"PRAGMA journal_size_limit = 4194304"_s);
}

} // namespace

QString filePath(const QString &folder)
{
    return folder + u"/lapwing.sqlite"_s;
}

tl::expected<std::unique_ptr<DatabaseConnection>, Trouble> openFile(const QString &folder)
{
    if (const auto trouble = makeFolder(folder))
        return tl::unexpected(*trouble);
    if (const auto trouble = makeFile(filePath(folder)))
        return tl::unexpected(*trouble);
    auto connection = DatabaseConnection::open(filePath(folder), patience);
    if (connection && !prepareForWriting(**connection))
        return tl::unexpected((*connection)->trouble());
    return connection;
}

tl::expected<std::unique_ptr<DatabaseConnection>, Trouble> openUnchanging(const QString &folder)
{
    const QByteArray url = QUrl::fromLocalFile(filePath(folder)).toEncoded(QUrl::FullyEncoded);
    auto connection = DatabaseConnection::open(QString::fromLatin1(url) + u"?immutable=1"_s,
                                               u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s);
    if (connection && !isCurrent(**connection))
        return tl::unexpected((*connection)->trouble());
    return connection;
}

} // namespace lapwing::store
