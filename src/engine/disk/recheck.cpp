// SPDX-License-Identifier: MIT
#include "engine/disk/recheck.h"

#include "engine/disk/digest.h"
#include "engine/disk/posixfile.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::engine {
namespace {

using Result = Recheck::Result;

constexpr qint64 pieceSize = 1024 * 1024;

class OpenFile {
public:
    explicit OpenFile(const QString &path)
        : m_file(::open(QFile::encodeName(path).constData(), O_RDONLY | oldFile))
    {
    }
    ~OpenFile()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    Q_DISABLE_COPY_MOVE(OpenFile)

    [[nodiscard]] int descriptor() const { return m_file; }

private:
    int m_file;
};

Recheck ofError(int error)
{
    const Result result =
        error == ENOENT || error == ENOTDIR ? Result::Missing : Result::Unreadable;
    return {result, QString::fromLocal8Bit(::strerror(error))};
}

/// What it remembers, also of before it was written to.
std::optional<Provenance> remembered(int file)
{
    return Provenance::read(attributeOf(file, Provenance::attribute));
}

std::optional<plan::Checksum> checksumOf(const KnownFile &known,
                                         const std::optional<Provenance> &provenance)
{
    if (known.checksum || !provenance)
        return known.checksum;
    const auto stored = plan::checksumFrom(QString::fromLatin1(provenance->checksum));
    return stored ? std::optional(*stored) : std::nullopt;
}

Recheck compareBytes(int file, const plan::Checksum &checksum, qint64 size,
                     const std::function<bool()> &goesOn)
{
    Digest digest(checksum);
    for (qint64 at = 0; at < size;) {
        if (!goesOn())
            return {Result::Stopped, {}};
        const QByteArray piece = readAt(file, at, std::min(pieceSize, size - at));
        if (piece.isEmpty())
            return {Result::Unreadable, u"%1 of %2 bytes"_s.arg(at).arg(size)};
        digest.add(piece);
        at += piece.size();
    }
    const auto proof = digest.compare();
    return proof ? Recheck{Result::SameChecksum, {}}
                 : Recheck{Result::Different, proof.error().detail};
}

Recheck compare(int file, const struct stat &is, const KnownFile &known,
                const std::function<bool()> &goesOn)
{
    const std::optional<Provenance> provenance = remembered(file);
    const std::optional<qint64> size =
        provenance ? std::optional(provenance->source.total) : known.size;
    if (size && *size != is.st_size)
        return {Result::Different, u"%1 bytes, not %2"_s.arg(is.st_size).arg(*size)};
    if (const auto checksum = checksumOf(known, provenance))
        return compareBytes(file, *checksum, is.st_size, goesOn);
    if (provenance && provenance->modified != modifiedAt(is))
        return {Result::Modified, {}};
    return {size ? Result::SameSize : Result::Unknown, {}};
}

} // namespace

Recheck recheck(const KnownFile &known, const std::function<bool()> &goesOn)
{
    const OpenFile file(known.path);
    if (file.descriptor() < 0)
        return ofError(errno);
    struct stat is { };
    if (::fstat(file.descriptor(), &is) != 0)
        return ofError(errno);
    if (!S_ISREG(is.st_mode))
        return {Result::Missing, u"not a file any more"_s};
    const Recheck found = compare(file.descriptor(), is, known, goesOn);
    if (found.result == Result::Different)
        removeAttribute(file.descriptor(), Provenance::attribute);
    return found;
}

} // namespace lapwing::engine
