// SPDX-License-Identifier: MIT
#include "support/testmain.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>
#include <map>

/// LeakSanitizer asks for it. A look-up that nobody awaits any more ends with the program, wherever its thread is, and
/// glibc does not free the answer that it was about to read (seen on a busy machine, 28 bytes).
extern "C" const char *__lsan_default_suppressions() // NOLINT: the name is the sanitizer's
{
    return "leak:__res_context_send\n";
}

namespace lapwing::test {
namespace {

std::map<QString, Factory> &classes()
{
    static std::map<QString, Factory> known;
    return known;
}

int runInCoreApplication(int argc, char **argv, int (*body)())
{
    QCoreApplication application(argc, argv);
    return body();
}

Runner &runner()
{
    static Runner chosen = runInCoreApplication;
    return chosen;
}

/// NAME [QTest arguments...]; without a name every class runs.
int runClasses()
{
    QStringList arguments = QCoreApplication::arguments();
    QString wanted;
    if (arguments.size() > 1 && classes().contains(arguments.at(1)))
        wanted = arguments.takeAt(1);
    int failures = 0;
    for (const auto &[name, make] : classes()) {
        if (!wanted.isEmpty() && name != wanted)
            continue;
        const std::unique_ptr<QObject> object = make();
        failures += QTest::qExec(object.get(), arguments);
    }
    return failures;
}

} // namespace

int enrol(const char *file, Factory factory)
{
    const QString name =
        QFileInfo(QString::fromUtf8(file)).completeBaseName().mid(4); // after "tst_"
    classes().emplace(name, factory);
    return 0;
}

void setRunner(Runner chosen)
{
    runner() = chosen;
}

} // namespace lapwing::test

int main(int argc, char **argv)
{
    return lapwing::test::runner()(argc, argv, lapwing::test::runClasses);
}
