// SPDX-License-Identifier: MIT
#include "../report/sample.h"
#include "history/historywindow.h"
#include "input/linksdialog.h"
#include "mainwindow.h"
#include "mnemonics.h"
#include "results/reportwindow.h"
#include "settings/settingsdialog.h"
#include "support/testmain.h"
#include "text/catalogue.h"

#include <QAbstractButton>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>
#include <QTemporaryDir>

#include <map>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;

namespace {

/// "F: Find, Filter" for each letter that stands for several.
QStringList doubles(const QStringList &labels)
{
    std::map<QString, QStringList> byLetter;
    for (const QString &label : labels) {
        const QString letter = QKeySequence::mnemonic(label).toString();
        if (!letter.isEmpty())
            byLetter[letter] << label;
    }
    QStringList found;
    for (const auto &[letter, those] : byLetter) {
        if (those.size() > 1)
            found << u"%1: %2"_s.arg(letter, those.join(u", "_s));
    }
    return found;
}

QStringList labelsOf(const QList<QAction *> &actions)
{
    QStringList labels;
    for (const QAction *action : actions)
        labels << action->text();
    return labels;
}

QStringList doublesInMenus(const QWidget &window)
{
    QStringList found;
    for (const QMenu *menu : window.findChildren<QMenu *>())
        found << doubles(labelsOf(menu->actions()));
    for (const QMenuBar *bar : window.findChildren<QMenuBar *>())
        found << doubles(labelsOf(bar->actions()));
    return found;
}

bool isOn(const QWidget *page, const QWidget *widget)
{
    return page->isAncestorOf(widget);
}

/// Buttons, and labels that lead to a field.
QStringList labelsIn(const QWidget &dialog, const std::function<bool(const QWidget *)> &isMeant)
{
    QStringList labels;
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->buddy() && isMeant(label))
            labels << label->text();
    }
    for (const QAbstractButton *button : dialog.findChildren<QAbstractButton *>()) {
        if (isMeant(button))
            labels << button->text();
    }
    for (const QGroupBox *box : dialog.findChildren<QGroupBox *>()) {
        if (isMeant(box))
            labels << box->title();
    }
    return labels;
}

/// Of each page of a dialog together with what is there beside the pages.
QStringList doublesInDialog(const QWidget &dialog)
{
    const auto *tabs = dialog.findChild<QTabWidget *>();
    if (tabs == nullptr)
        return doubles(labelsIn(dialog, [](const QWidget *) { return true; }));
    QStringList titles, found;
    for (int i = 0; i < tabs->count(); ++i)
        titles << tabs->tabText(i);
    for (int i = 0; i < tabs->count(); ++i) {
        const QWidget *page = tabs->widget(i);
        found << doubles(titles + labelsIn(dialog, [&](const QWidget *widget) {
                             return isOn(page, widget) || !isOn(tabs, widget);
                         }));
    }
    return found;
}

} // namespace

/// No letter leads to two places, and each language has what English has.
class MnemonicsTest : public QObject {
    Q_OBJECT

private:
    static void addLanguages()
    {
        QTest::addColumn<QString>("language");
        for (const QString &code : text::languages())
            QTest::newRow(qPrintable(code)) << code;
    }

    static void speak()
    {
        QFETCH(const QString, language);
        text::speak(language);
    }

private Q_SLOTS:
    void cleanup() { text::speak(u"en"_s); }

    void itTells()
    {
        QCOMPARE(doubles({u"&Find"_s, u"&File"_s, u"&Edit"_s}).size(), 1);
        QCOMPARE(doubles({u"찾기(&F)"_s, u"편집(&E)"_s}), QStringList());
    }

    void inMenus_data() { addLanguages(); }
    void inMenus()
    {
        speak();
        const QTemporaryDir folder;
        ui::MainWindow::Conditions conditions;
        conditions.folder = folder.path();
        const ui::MainWindow window(conditions);
        QCOMPARE(doublesInMenus(window).join(u"; "_s), QString());
        const ui::HistoryWindow history(folder.path(), nullptr);
        QCOMPARE(doublesInMenus(history).join(u"; "_s), QString());
        const ui::ReportWindow report(test::sampleDocument({test::sampleRun()}),
                                      [] { return u"Run"_s; });
        QCOMPARE(doublesInMenus(report).join(u"; "_s), QString());
    }

    void inDialogs_data() { addLanguages(); }
    void inDialogs()
    {
        speak();
        const ui::SettingsDialog settings{ui::Settings()};
        QCOMPARE(doublesInDialog(settings).join(u"; "_s), QString());
        const QTemporaryDir folder;
        const ui::LinksDialog links(
            {{}, std::make_shared<ui::KnownEntries>(), folder.path(), 6, true});
        QCOMPARE(doublesInDialog(links).join(u"; "_s), QString());
    }

    void labelsAreSpokenWithoutThem_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("spoken");
        QTest::newRow("Latin") << u"&Find…"_s << u"Find…"_s;
        QTest::newRow("other") << u"찾기(&F)…"_s << u"찾기…"_s;
        QTest::newRow("brackets") << u"Retry &failed (3)"_s << u"Retry failed (3)"_s;
    }
    void labelsAreSpokenWithoutThem()
    {
        QFETCH(const QString, label);
        QFETCH(const QString, spoken);
        QCOMPARE(ui::withoutMnemonic(label), spoken);
    }

    void buttonsSayThemNot()
    {
        QWidget window;
        auto *action = new QAction(u"열기(&O)…"_s, &window);
        ui::nameWithoutMnemonics(&window);
        QCOMPARE(action->iconText(), u"열기…"_s);
        QCOMPARE(action->toolTip(), u"열기…"_s);
        action->setText(u"&Open…"_s); // in another language
        ui::nameWithoutMnemonics(&window);
        QCOMPARE(action->iconText(), u"Open…"_s);
    }
};

LAPWING_TEST(MnemonicsTest)
#include "tst_mnemonics.moc"
