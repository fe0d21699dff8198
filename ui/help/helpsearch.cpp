// SPDX-License-Identifier: MIT
#include "help/helpsearch.h"

#include "help/helppages.h"

#include <QFile>
#include <QTextCursor>
#include <QTextDocument>

namespace lapwing::ui {

std::vector<HelpHit> findInHelp(const QString &text)
{
    std::vector<HelpHit> hits;
    const QString wanted = text.trimmed();
    if (wanted.isEmpty())
        return hits;
    for (const HelpPage &page : helpPages()) {
        QFile file(u':' + inLanguage(page.source).path());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        QTextDocument document; // as the page is shown: positions are the same there
        document.setMarkdown(QString::fromUtf8(file.readAll()));
        for (QTextCursor hit = document.find(wanted, 0); !hit.isNull();
             hit = document.find(wanted, hit))
            hits.push_back({page.source, hit.selectionStart()});
    }
    return hits;
}

} // namespace lapwing::ui
