// SPDX-License-Identifier: MIT
#include "engine/http/validator.h"
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/http/httpdate.h"

using namespace lapwing;

namespace {

/// ETag, Last-Modified and Date, with a NUL between.
void judgesValidators(const QByteArray &input)
{
    const QList<QByteArray> fields = input.split('\0') + QList<QByteArray>(3);
    const engine::Validator validator =
        engine::strongValidator(fields.at(0), fields.at(1), fields.at(2));
    LAPWING_PROMISE(validator.etag.isEmpty() || validator.lastModified.isEmpty());
    LAPWING_PROMISE(fuzz::fitsOneLine(validator.ifRange()) && !validator.ifRange().contains('\t'));
    LAPWING_PROMISE(validator.etag.isEmpty() || fields.at(0).trimmed() == validator.etag);
    LAPWING_PROMISE(validator.etag.isEmpty() || engine::isStrongEntityTag(validator.etag));
    LAPWING_PROMISE(!validator.etag.startsWith("W/"));
    if (validator.lastModified.isEmpty())
        return;
    LAPWING_PROMISE(fields.at(0).isEmpty() && fields.at(1).trimmed() == validator.lastModified);
    const auto modified = plan::httpDate(validator.lastModified);
    const auto sent = plan::httpDate(fields.at(2).trimmed());
    LAPWING_PROMISE(modified && sent && modified->secsTo(*sent) >= 60);
}

} // namespace

LAPWING_FUZZ(judgesValidators)
