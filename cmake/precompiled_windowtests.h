// SPDX-License-Identifier: MIT
#pragma once

// For tests of the window: with Qt6::Gui and Qt6::Widgets, QTest holds more.

#include "precompiled_widgets.h"

#include "precompiled_tests.h"
