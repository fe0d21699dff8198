// SPDX-License-Identifier: MIT
#include "questions.h"
#include "report/export.h"
#include "support/testmain.h"

#include <QFileDialog>
#include <QTranslator>
#include <QWidget>

using namespace lapwing;

namespace {

/// Into a language that has its own ideas of brackets.
class OtherBrackets : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *,
                                    int) const override
    {
        return QLatin1String(context) == QLatin1String("lapwing::ui::Questions")
            ? QStringLiteral("(%1)!").arg(QString::fromUtf8(source))
            : QString();
    }
};

} // namespace

class QuestionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFormatIsOffered() { QCOMPARE(offered(), expected()); }

    void theEndingDoesNotHangOnATranslation()
    {
        OtherBrackets translator;
        QCoreApplication::installTranslator(&translator);
        const QStringList endings = offered();
        QCoreApplication::removeTranslator(&translator);
        QCOMPARE(endings, expected());
    }

private:
    static QStringList expected()
    {
        QStringList endings = report::endings();
        endings.sort();
        return endings;
    }

    /// What each filter of the dialog has a name end with.
    static QStringList offered()
    {
        QWidget window;
        ui::askForExport(&window, {}, [](const QString &) {});
        auto *dialog = window.findChild<QFileDialog *>();
        QStringList endings;
        for (const QString &filter : dialog->nameFilters()) {
            Q_EMIT dialog->filterSelected(filter);
            endings << u'.' + dialog->defaultSuffix();
        }
        endings.sort();
        return endings;
    }
};

LAPWING_TEST(QuestionsTest)
#include "tst_questions.moc"
