// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/access/header.h"
#include "text/accesserror.h"

#include <algorithm>

using namespace lapwing;

namespace {

bool isToken(const QByteArray &name)
{
    return !name.isEmpty() && std::none_of(name.begin(), name.end(), [](char c) {
        return c <= ' ' || c >= 0x7F || QByteArrayView("\"(),/:;<=>?@[\\]{}").contains(c);
    });
}

void readsHeaders(const QByteArray &input)
{
    const auto header = plan::headerFrom(QString::fromUtf8(input));
    if (!header) {
        const QString error = text::sentence(header.error());
        LAPWING_PROMISE(!error.isEmpty() && fuzz::isShowable(error));
        return;
    }
    LAPWING_PROMISE(isToken(header->name));
    LAPWING_PROMISE(!header->value.isEmpty() && header->value == header->value.trimmed());
    LAPWING_PROMISE(fuzz::fitsOneLine(header->value) && header->value.isValidUtf8());
    for (const char *own : {"range", "if-range", "host", "accept-encoding", "content-length",
                            "transfer-encoding", "connection", "if-none-match"})
        LAPWING_PROMISE(header->name.toLower() != own);
    LAPWING_PROMISE(plan::headerFrom(QString::fromUtf8(header->name + ": " + header->value))
                    == header);
}

} // namespace

LAPWING_FUZZ(readsHeaders)
