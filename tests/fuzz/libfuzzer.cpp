// SPDX-License-Identifier: MIT
#include "fuzz/target.h"

#include <cstddef>
#include <cstdint>

/// What libFuzzer calls, in a program that holds one target.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const lapwing::fuzz::Target target = lapwing::fuzz::targets().begin()->second;
    target(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
