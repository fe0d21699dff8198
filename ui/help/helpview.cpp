// SPDX-License-Identifier: MIT
#include "help/helpview.h"

#include "help/helppages.h"

namespace lapwing::ui {

QVariant HelpView::loadResource(int type, const QUrl &name)
{
    const bool isPage = type == static_cast<int>(QTextDocument::MarkdownResource);
    return QTextBrowser::loadResource(type, isPage ? inLanguage(name) : name);
}

} // namespace lapwing::ui
