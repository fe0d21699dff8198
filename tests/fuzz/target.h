// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <map>

namespace lapwing::fuzz {

/// One parser and its promises: takes any bytes at all, and ends the program when a promise is broken.
using Target = void (*)(const QByteArray &input);

/// Remembers a target under the name of its file, for main().
int enrol(const char *file, Target target);

/// By name: those that are linked into this program.
[[nodiscard]] const std::map<QByteArray, Target> &targets();

/// Says what was promised, and ends the program, which is how libFuzzer and the replay learn of it.
[[noreturn]] void endWith(const char *promise, const char *file, int line);

} // namespace lapwing::fuzz

#define LAPWING_PROMISE(condition)                                  \
    do {                                                            \
        if (!(condition))                                           \
            lapwing::fuzz::endWith(#condition, __FILE__, __LINE__); \
    } while (false)

/// At the end of fuzz_NAME.cpp, outside every namespace: NAME is fed to this function.
#define LAPWING_FUZZ(function) \
    [[maybe_unused]] static const int enrolled = lapwing::fuzz::enrol(__FILE__, function);
