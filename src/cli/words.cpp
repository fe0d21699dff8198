// SPDX-License-Identifier: MIT
#include "cli/words.h"

#include "plan/lists/formats.h"

namespace lapwing::cli {

using namespace Qt::Literals::StringLiterals;

QStringList conflictWords()
{
    return {u"number"_s, u"skip"_s, u"replace"_s};
}

QStringList baselineWords()
{
    return {u"none"_s, u"measure"_s};
}

QStringList progressWords()
{
    return {u"auto"_s, u"bar"_s, u"plain"_s, u"json"_s, u"none"_s};
}

QStringList demoModeWords()
{
    return {u"all"_s, u"one-at-a-time"_s, u"tasks"_s, u"gather"_s, u"blocking"_s, u"cpu"_s};
}

QStringList formatWords()
{
    QStringList ids;
    for (const plan::ListFormat &format : plan::formats()) {
        if (format.write != nullptr)
            ids << format.id.toString();
    }
    ids.sort();
    return ids;
}

QStringList checksumWords()
{
    return {u"md5="_s, u"sha-1="_s, u"sha-224="_s, u"sha-256="_s, u"sha-384="_s, u"sha-512="_s};
}

QStringList levelWords()
{
    return {u"1,2,4,8"_s, u"1,2,4,8,16,32"_s};
}

QStringList proxyWords()
{
    return {u"none"_s, u"http://"_s, u"socks5://"_s};
}

} // namespace lapwing::cli
