// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QMenu;

namespace lapwing::ui {

/// View > Theme: as the system has it, light, or dark. Qt follows the system's wish by itself
/// from 6.5 on only, and not on every desktop.
class ThemeMenu : public QObject {
    Q_OBJECT

public:
    explicit ThemeMenu(QMenu *menu);

    /// "system", "light" or "dark"; anything else is the system's.
    void choose(const QString &theme);
    [[nodiscard]] QString chosen() const { return m_chosen; }

private:
    void apply();

    QMenu *m_menu;
    QString m_systemStyle;
    QString m_chosen;
};

} // namespace lapwing::ui
