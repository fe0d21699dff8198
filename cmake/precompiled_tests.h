// SPDX-License-Identifier: MIT
#pragma once

// For tests without Qt6::Gui, with which QTest holds more.

#include "precompiled_core.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
