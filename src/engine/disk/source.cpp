// SPDX-License-Identifier: MIT
#include "engine/disk/source.h"

#include "engine/disk/checkedrecord.h"
#include "plan/http/httpdate.h"

namespace lapwing::engine {
namespace {

CheckedRecord fieldsOf(const Source &source)
{
    CheckedRecord fields;
    fields.set("entry", source.entry);
    fields.set("answerer", source.senderDigest);
    fields.set("etag", source.validator.etag);
    fields.set("last-modified", source.validator.lastModified);
    fields.set("total", source.total);
    return fields;
}

/// What goes into a request is checked again: a file may have been written by anybody.
std::optional<Validator> validatorOf(const CheckedRecord &fields)
{
    const Validator validator{fields.value("etag").value_or(QByteArray()),
                              fields.value("last-modified").value_or(QByteArray())};
    const bool etagFits = validator.etag.isEmpty() || isStrongEntityTag(validator.etag);
    const bool dateFits = validator.lastModified.isEmpty()
        || (validator.etag.isEmpty() && plan::httpDate(validator.lastModified).has_value());
    return etagFits && dateFits ? std::optional(validator) : std::nullopt;
}

std::optional<Source> sourceOf(const CheckedRecord &fields)
{
    const auto entry = fields.value("entry");
    const auto senderDigest = fields.value("answerer");
    const auto validator = validatorOf(fields);
    const auto total = fields.number("total");
    if (!entry || !senderDigest || !validator || !total)
        return std::nullopt;
    return Source{*entry, *senderDigest, *validator, *total};
}

} // namespace

QByteArray senderDigestOf(const QUrl &url, const plan::Proxy *proxy)
{
    QUrl sender = url.adjusted(QUrl::RemoveQuery);
    if (proxy != nullptr && proxy->isListed)
        sender.setQuery(plan::displayText(*proxy)); // where no other has one
    return digestOf(sender);
}

QByteArray Sidecar::toBytes() const
{
    CheckedRecord fields = fieldsOf(source);
    fields.set("file", file);
    fields.set("synced", synced);
    return fields.toBytes();
}

std::optional<Sidecar> Sidecar::read(const QByteArray &bytes)
{
    const std::optional<CheckedRecord> fields = CheckedRecord::read(bytes);
    const auto source = fields ? sourceOf(*fields) : std::nullopt;
    if (!source || source->validator.isEmpty())
        return std::nullopt;
    const qint64 file = fields->number("file").value_or(-1);
    const qint64 synced = fields->number("synced").value_or(-1);
    if (file < 0 || synced < 0 || synced > source->total)
        return std::nullopt;
    const Sidecar sidecar{*source, file, synced};
    return sidecar.toBytes() == bytes ? std::optional(sidecar) : std::nullopt;
}

QByteArray Provenance::toBytes() const
{
    CheckedRecord fields = fieldsOf(source);
    fields.set("proof", proof == Proof::Proven ? "proven" : "unverified");
    fields.set("checksum", checksum);
    fields.set("modified", modified);
    return fields.toBytes();
}

std::optional<Provenance> Provenance::read(const QByteArray &bytes)
{
    const std::optional<CheckedRecord> fields = CheckedRecord::read(bytes);
    const auto source = fields ? sourceOf(*fields) : std::nullopt;
    const auto modified = fields ? fields->number("modified") : std::nullopt;
    if (!source || !modified)
        return std::nullopt;
    const bool proven = fields->value("proof") == "proven";
    return Provenance{*source, proven ? Proof::Proven : Proof::Unverified,
                      fields->value("checksum").value_or(QByteArray()), *modified};
}

} // namespace lapwing::engine
