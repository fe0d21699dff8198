// SPDX-License-Identifier: MIT
#include "text/catalogue.h"

#include <QCoreApplication>
#include <QTranslator>

namespace lapwing::text {

void installCatalogue()
{
    auto *english = new QTranslator(QCoreApplication::instance());
    const bool isThere = english->load(QStringLiteral(":/translations/lapwing_en.qm"));
    Q_ASSERT(isThere);
    if (isThere)
        QCoreApplication::installTranslator(english);
}

} // namespace lapwing::text
