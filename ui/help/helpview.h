// SPDX-License-Identifier: MIT
#pragma once

#include <QTextBrowser>

namespace lapwing::ui {

/// Shows pages of the help in the language at hand, under one address in all languages.
class HelpView : public QTextBrowser {
    Q_OBJECT

public:
    using QTextBrowser::QTextBrowser;

protected:
    QVariant loadResource(int type, const QUrl &name) override;
};

} // namespace lapwing::ui
