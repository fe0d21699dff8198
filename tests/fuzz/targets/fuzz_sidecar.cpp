// SPDX-License-Identifier: MIT
#include "engine/disk/checkedrecord.h"
#include "engine/disk/source.h"
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/http/httpdate.h"

#include <QCryptographicHash>

using namespace lapwing;

namespace {

void promiseSource(const engine::Source &source)
{
    LAPWING_PROMISE(source.total >= 0);
    LAPWING_PROMISE(source.validator.etag.isEmpty() || source.validator.lastModified.isEmpty());
    LAPWING_PROMISE(fuzz::fitsOneLine(source.validator.ifRange()));
    LAPWING_PROMISE(source.validator.etag.isEmpty()
                    || engine::isStrongEntityTag(source.validator.etag));
    LAPWING_PROMISE(source.validator.lastModified.isEmpty()
                    || plan::httpDate(source.validator.lastModified));
}

void promiseRead(const QByteArray &bytes)
{
    if (const auto fields = engine::CheckedRecord::read(bytes))
        LAPWING_PROMISE(engine::CheckedRecord::read(fields->toBytes()).has_value());
    if (const auto sidecar = engine::Sidecar::read(bytes)) {
        promiseSource(sidecar->source);
        LAPWING_PROMISE(0 <= sidecar->synced && sidecar->synced <= sidecar->source.total);
        LAPWING_PROMISE(!sidecar->source.validator.isEmpty());
        LAPWING_PROMISE(sidecar->toBytes() == bytes);
    }
    if (const auto provenance = engine::Provenance::read(bytes)) {
        promiseSource(provenance->source);
        LAPWING_PROMISE(provenance->modified >= 0);
        const auto again = engine::Provenance::read(provenance->toBytes());
        LAPWING_PROMISE(again && again->toBytes() == provenance->toBytes());
    }
}

/// What is written reads as what it was.
void promiseWritten(const QByteArray &tag, const QByteArray &noise)
{
    if (!engine::isStrongEntityTag(tag))
        return;
    const qint64 total = qHash(noise) % (qint64(1) << 40);
    const engine::Source source{engine::digestOf(QUrl(QString::fromUtf8(noise))),
                                engine::senderDigestOf(QUrl(QString::fromLatin1(noise))),
                                {tag, {}},
                                total};
    const auto sidecar = engine::Sidecar::read(engine::Sidecar{source, 7, total / 2}.toBytes());
    LAPWING_PROMISE(sidecar && sidecar->source == source && sidecar->synced == total / 2);
    engine::Provenance written;
    written.source = source;
    written.proof = engine::Proof::Proven;
    written.modified = total;
    const auto read = engine::Provenance::read(written.toBytes());
    LAPWING_PROMISE(read && read->source == source && read->proof == written.proof
                    && read->modified == total);
}

void readsSidecars(const QByteArray &input)
{
    promiseRead(input);
    const QByteArray digest =
        QCryptographicHash::hash(input, QCryptographicHash::Sha256).toHex(); // as nobody guesses it
    promiseRead(input + "check " + digest + '\n');
    const qsizetype line = input.indexOf('\n');
    promiseWritten(input.first(std::max<qsizetype>(line, 0)), input);
}

} // namespace

LAPWING_FUZZ(readsSidecars)
