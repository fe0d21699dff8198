// SPDX-License-Identifier: MIT
#include "plan/lists/input/unpack.h"

#include "plan/lists/links.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

namespace lapwing::plan {
namespace {

constexpr qint64 largestRatio = 1000;
constexpr qint64 alwaysFine = 1024 * 1024; ///< bytes; a short list may be very regular
constexpr std::size_t blockSize = 64 * 1024;

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

bool isPacked(const QByteArray &bytes)
{
    return bytes.startsWith("\x1F\x8B")
        || bytes.startsWith(QByteArray("\xFD"
                                       "7zXZ\0",
                                       6))
        || bytes.startsWith("\x28\xB5\x2F\xFD");
}

/// Ready to give out the one thing that is in it; null when it is damaged at its beginning.
Archive open(const QByteArray &bytes)
{
    Archive reader(archive_read_new(), archive_read_free);
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_filter_xz(reader.get());
    archive_read_support_filter_zstd(reader.get());
    archive_read_support_format_raw(reader.get());
    archive_entry *entry = nullptr;
    const bool isOpen = archive_read_open_memory(reader.get(), bytes.constData(),
                                                 static_cast<std::size_t>(bytes.size()))
            == ARCHIVE_OK
        && archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK;
    if (!isOpen)
        reader.reset();
    return reader;
}

} // namespace

tl::expected<QByteArray, ListError> unpacked(const QByteArray &bytes)
{
    if (!isPacked(bytes))
        return bytes;
    const Archive reader = open(bytes);
    if (!reader)
        return tl::unexpected(ListError{ListFault::Unpacked});
    const qint64 maxSize = std::max(alwaysFine, largestRatio * bytes.size());
    QByteArray text;
    QByteArray block(blockSize, Qt::Uninitialized);
    while (text.size() <= maxListSize) {
        const la_ssize_t count = archive_read_data(reader.get(), block.data(), blockSize);
        if (count < 0)
            return tl::unexpected(ListError{ListFault::Unpacked});
        if (count == 0)
            break;
        text.append(block.constData(), count);
        if (text.size() > maxSize)
            return tl::unexpected(ListError{ListFault::UnpacksTooFar});
    }
    text.truncate(maxListSize + 1);
    return text;
}

} // namespace lapwing::plan
