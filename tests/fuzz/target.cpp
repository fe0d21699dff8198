// SPDX-License-Identifier: MIT
#include "fuzz/target.h"

#include <QFileInfo>

#include <cstdio>
#include <cstdlib>

namespace lapwing::fuzz {
namespace {

std::map<QByteArray, Target> &known()
{
    static std::map<QByteArray, Target> byName;
    return byName;
}

} // namespace

int enrol(const char *file, Target target)
{
    const QString name =
        QFileInfo(QString::fromUtf8(file)).completeBaseName().mid(5); // after "fuzz_"
    known().emplace(name.toLatin1(), target);
    return 0;
}

const std::map<QByteArray, Target> &targets()
{
    return known();
}

void endWith(const char *promise, const char *file, int line)
{
    std::fprintf(stderr, "%s:%d: a promise is broken: %s\n", file, line, promise);
    std::abort();
}

} // namespace lapwing::fuzz
