// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTest>

#include <memory>

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#pragma GCC diagnostic ignored \
    "-Wconversion" // QTRY_ narrows milliseconds, in the code of who says it
#endif

namespace lapwing::test {

using Factory = std::unique_ptr<QObject> (*)();

/// Remembers a test class under the name of its file, for main().
int enrol(const char *file, Factory factory);

/// Set before main() looks at it: this executable needs a QApplication rather than a QCoreApplication.
using Runner = int (*)(int argc, char **argv, int (*body)());
void setRunner(Runner runner);

} // namespace lapwing::test

/// At the end of tst_NAME.cpp, outside every namespace: NAME on the command line runs this class.
#define LAPWING_TEST(Class)                                                   \
    [[maybe_unused]] static const int enrolled##Class = lapwing::test::enrol( \
        __FILE__, []() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); });
