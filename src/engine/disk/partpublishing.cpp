// SPDX-License-Identifier: MIT
// How a part gets its final name, goes to another folder, or turns out to be a file that is there.
#include "engine/disk/partfile.h"
#include "engine/disk/posixfile.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <unistd.h>

namespace lapwing::engine {
namespace {

/// What a finished file knows of itself, now that it came once more from `source`; unless that says less. A body that
/// nothing proves may be the first part of a newer file: under its validator, what is known to be whole would pass for
/// that. The file's own time stays as it was known, so that it shows when it was touched meanwhile.
void renew(int file, const Provenance &earlier, const Source &source, Proof proof)
{
    const bool hasLessToAsk = source.validator.isEmpty() && !earlier.source.validator.isEmpty();
    const bool provesLess = proof == Proof::Unverified && earlier.proof == Proof::Proven;
    const Provenance now{source, proof, earlier.checksum, earlier.modified};
    if (!hasLessToAsk && !provesLess && now != earlier)
        setProvenance(file, now);
}

} // namespace

bool PartFile::confirm(const QString &name, Proof proof, const std::optional<IncomingBody> &begin,
                       const QByteArray &held) const
{
    const int other = ::openat(m_folder, QFile::encodeName(name).constData(), O_RDONLY | oldFile);
    if (other < 0)
        return false;
    const std::optional<Provenance> earlier = provenanceOf(other);
    const qint64 size = begin ? held.size() : m_size;
    bool isSame =
        earlier && earlier->source.entry == m_target.entry && earlier->source.total == size;
    constexpr qint64 block = 1 << 20;
    for (qint64 done = 0; isSame && done < size; done += block) {
        const qint64 count = std::min(block, size - done);
        const QByteArray ours = begin ? held.mid(done, count) : readAt(m_file, done, count);
        isSame = ours.size() == count && ours == readAt(other, done, count);
    }
    Source source = m_source;
    if (begin)
        source = {m_target.entry, begin->senderDigest, begin->validator, size};
    source.total = size;
    if (isSame)
        renew(other, *earlier, source, proof);
    ::close(other);
    return isSame;
}

int PartFile::publish(const QString &name, bool replace)
{
    if (!isStillOurs())
        return ESTALE;
    const QByteArray to = QFile::encodeName(name);
    int error = 0;
    if (!replace)
        error = renameWithoutReplacing(m_folder, m_part, m_folder, to);
    else if (::renameat(m_folder, m_part.constData(), m_folder, to.constData()) != 0)
        error = errno;
    if (error != 0)
        return error;
    m_sidecar.remove();
    forget();
    return 0;
}

/// 0, or an errno. A kill between the two leaves a part that begins anew. Nobody takes it over before it is let go of,
/// so that it can still go back.
int PartFile::moveWithSidecar(int folder, const QByteArray &part,
                              std::atomic<bool> &isDecided) const
{
    const QByteArray sidecar = part + SidecarFile::ending;
    removeIfLeftOver(folder, sidecar);
    if (const int error = renameWithoutReplacing(m_folder, m_part, folder, part))
        return error;
    int error = renameWithoutReplacing(m_folder, m_part + SidecarFile::ending, folder, sidecar);
    if (error == 0 && !isDecided.exchange(true))
        return 0;
    if (error == 0) {
        static_cast<void>(
            renameWithoutReplacing(folder, sidecar, m_folder, m_part + SidecarFile::ending));
        error = ECANCELED;
    }
    static_cast<void>(renameWithoutReplacing(folder, part, m_folder, m_part));
    return error;
}

bool PartFile::moveTo(int folder, const QString &name, std::atomic<bool> &isDecided)
{
    int error = isStillOurs() ? EEXIST : ESTALE;
    for (int number = 0; error == EEXIST && number < maxNumberedNames; ++number)
        error = isAt(folder, partName(name, number))
            ? 0
            : moveWithSidecar(folder, partName(name, number), isDecided);
    forget();
    return error == 0;
}

} // namespace lapwing::engine
