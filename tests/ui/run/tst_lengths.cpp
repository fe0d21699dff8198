// SPDX-License-Identifier: MIT
#include "demo/server.h"
#include "run/controller/downloadcontroller.h"
#include "support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using lapwing::demo::Server;
using lapwing::ui::DownloadController;

/// How long files are that are not in the list yet.
class LengthsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachIsToldThatAServerKnows()
    {
        Server server;
        QVERIFY(server.listen());
        const auto link = [&server](const QString &path) {
            return server.address().resolved(QUrl(path));
        };
        const QUrl large = link(QStringLiteral("/size-2000000/a.bin"));
        const QUrl small = link(QStringLiteral("/size-300/b.bin"));
        DownloadController controller;
        QSignalSpy known(&controller, &DownloadController::lengthKnown);
        QVERIFY(controller.canAskLengths());
        controller.askLengths({large, QUrl(QStringLiteral("http://127.0.0.1:1/")), small});
        QTRY_COMPARE(known.size(), 2);
        QMap<QUrl, qint64> lengths;
        for (const QList<QVariant> &answer : known)
            lengths.insert(answer[0].toUrl(), answer[1].toLongLong());
        QCOMPARE(lengths, (QMap<QUrl, qint64>{{large, 2'000'000}, {small, 300}}));
        QVERIFY(controller.isEmpty());
        QVERIFY(controller.canAskLengths());
    }

    /// As from the dialog: the sizes are asked for, and the links added at once.
    void whatIsAddedMeanwhileStartsByItselfAllTheSame()
    {
        Server server;
        QVERIFY(server.listen());
        const QUrl link = server.address().resolved(QUrl(QStringLiteral("/size-300/b.bin")));
        const QTemporaryDir folder;
        DownloadController controller;
        controller.setFolder(folder.path());
        lapwing::ui::Settings settings;
        settings.startAfterAdding = true;
        controller.setSettings(settings);
        controller.askLengths({link});
        lapwing::plan::Links links;
        links.urls.push_back(link);
        controller.add(links);
        QTRY_VERIFY(QFile::exists(folder.filePath(QStringLiteral("b.bin"))));
        QTRY_COMPARE(controller.activity(), DownloadController::Activity::Idle);
    }

    void goingAwayWhileTheyAreAskedIsFine()
    {
        Server server;
        QVERIFY(server.listen());
        DownloadController controller;
        QUrl slow = server.address();
        slow.setPath(QStringLiteral("/wait-60000/a.bin"));
        controller.askLengths({slow});
        QTRY_COMPARE(server.requests(), 1);
        controller.stopAskingLengths();
    }
};

LAPWING_TEST(LengthsTest)
#include "tst_lengths.moc"
