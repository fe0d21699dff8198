// SPDX-License-Identifier: MIT
#include "thememenu.h"

#include "outlinedstyle.h"
#include "text/catalogue.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QPalette>
#include <QStyle>

#include <array>

namespace lapwing::ui {
namespace {

struct ThemeChoice {
    const char *key;
    const char *title;
};

constexpr std::array themes{
    ThemeChoice{"system", QT_TRANSLATE_NOOP("lapwing::ui::ThemeMenu", "&System")},
    ThemeChoice{"light", QT_TRANSLATE_NOOP("lapwing::ui::ThemeMenu", "&Light")},
    ThemeChoice{"dark", QT_TRANSLATE_NOOP("lapwing::ui::ThemeMenu", "&Dark")},
};

QPalette lightPalette()
{
    QPalette palette(QColor(0xf0, 0xf0, 0xf0));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf3, 0xf5, 0xf7));
    palette.setColor(QPalette::Highlight, QColor(0x1d, 0x5f, 0x9e));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x00, 0x57, 0xae));
    return palette;
}

QPalette darkPalette()
{
    QPalette palette(QColor(0x2b, 0x2b, 0x2e));
    palette.setColor(QPalette::Base, QColor(0x1e, 0x1e, 0x20));
    palette.setColor(QPalette::AlternateBase, QColor(0x2f, 0x2f, 0x33));
    palette.setColor(QPalette::Highlight, QColor(0x2d, 0x6d, 0xa8));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x6c, 0xb6, 0xff));
    palette.setColor(QPalette::PlaceholderText, QColor(0xa0, 0xa0, 0xa4));
    palette.setColor(QPalette::Disabled, QPalette::WindowText, QColor(0x86, 0x86, 0x8a));
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, QColor(0x86, 0x86, 0x8a));
    palette.setColor(QPalette::Disabled, QPalette::Text, QColor(0x86, 0x86, 0x8a));
    return palette;
}

} // namespace

ThemeMenu::ThemeMenu(QMenu *menu)
    : QObject(menu), m_menu(menu), m_systemStyle(QApplication::style()->objectName())
{
    auto *group = new QActionGroup(this);
    for (const ThemeChoice &theme : themes) {
        QAction *action = menu->addAction(QString());
        text::inEachLanguage(action, [action, &theme] { action->setText(tr(theme.title)); });
        action->setCheckable(true);
        action->setData(QString::fromLatin1(theme.key));
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this,
            [this](QAction *action) { choose(action->data().toString()); });
}

void ThemeMenu::choose(const QString &theme)
{
    QAction *chosen = m_menu->actions().first();
    for (QAction *action : m_menu->actions()) {
        if (action->data() == theme)
            chosen = action;
    }
    chosen->setChecked(true);
    if (m_chosen == chosen->data().toString())
        return;
    const bool changes = !m_chosen.isEmpty() || chosen != m_menu->actions().first();
    m_chosen = chosen->data().toString();
    if (changes)
        apply();
}

void ThemeMenu::apply()
{
    const bool system = m_chosen == QLatin1String("system");
    if (system) {
        QApplication::setStyle(m_systemStyle);
        QApplication::setPalette(QPalette());
        return;
    }
    QApplication::setStyle(new OutlinedStyle); // Fusion takes any palette
    QApplication::setPalette(m_chosen == QLatin1String("dark") ? darkPalette() : lightPalette());
}

} // namespace lapwing::ui
