// SPDX-License-Identifier: MIT
#include "openwith/mimeapplications.h"
#include "openwith/openwithmenu.h"
#include "support/testmain.h"
#include "ui/longestwait.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace lapwing;
using namespace Qt::Literals::StringLiterals;
using test::longestWait;
using ui::Application;
using ui::KeyFile;

namespace {

KeyFile keyFile(const QByteArray &text)
{
    return KeyFile::read(text);
}

QStringList idsOf(const std::vector<Application> &applications)
{
    QStringList ids;
    for (const Application &application : applications)
        ids << application.id;
    return ids;
}

} // namespace

/// Which programs are offered for which files, and that they are started.
class OpenWithTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void chosenOnesComeFirstAndRemovedOnesNot()
    {
        const KeyFile list = keyFile("[Default Applications]\ntext/html=chosen.desktop\n"
                                     "[Added Associations]\ntext/html=added.desktop;both.desktop;\n"
                                     "[Removed Associations]\ntext/html=gone.desktop;\n");
        const KeyFile cache = keyFile("[MIME Cache]\n"
                                      "text/html=gone.desktop;both.desktop;says.desktop;\n"
                                      "text/plain=editor.desktop;gone.desktop;\n");
        QCOMPARE(ui::applicationIds({u"text/html"_s, u"text/plain"_s}, {list}, {cache}),
                 (QStringList{u"chosen.desktop"_s, u"added.desktop"_s, u"both.desktop"_s,
                              u"says.desktop"_s, u"editor.desktop"_s, u"gone.desktop"_s}));
        QVERIFY(ui::applicationIds({u"image/png"_s}, {list}, {cache}).isEmpty());
    }

    void programsAreFoundByTheKindOfFile()
    {
        writeEntry(u"editor.desktop"_s, u"editor %F"_s);
        writeEntry(u"kde/paint.desktop"_s, u"paint %f"_s);
        write(u"apps/mimeinfo.cache"_s,
              "[MIME Cache]\ntext/plain=missing.desktop;editor.desktop;\n"
              "image/png=kde-paint.desktop;editor.desktop;\n");
        const QString text = write(u"a.txt"_s, "text");
        const QString picture = write(u"a.png"_s, "\x89PNG\r\n\x1a\n");
        QCOMPARE(found({text}), QStringList{u"editor.desktop"_s});
        QCOMPARE(found({picture}), (QStringList{u"kde-paint.desktop"_s, u"editor.desktop"_s}));
        QCOMPARE(found({picture, text}), QStringList{u"editor.desktop"_s}); // what opens both
        QVERIFY(found({}).isEmpty());
    }

    void whatIsNotInstalledIsNotOffered()
    {
        writeEntry(u"here.desktop"_s, u"sh %f"_s, u"sh"_s);
        writeEntry(u"away.desktop"_s, u"away %f"_s, u"a-program-that-nobody-has"_s);
        write(u"apps/mimeinfo.cache"_s, "[MIME Cache]\ntext/plain=away.desktop;here.desktop;\n");
        QCOMPARE(found({write(u"a.txt"_s, "text")}), QStringList{u"here.desktop"_s});
    }

    void theMenuStartsWhatIsChosen()
    {
        const QString text = write(u"a b.txt"_s, "text");
        const QString told = m_folder->filePath(u"told"_s);
        const QString script =
            write(u"program"_s, "#!/bin/sh\nprintf '%s|' \"$@\" > '" + told.toUtf8() + "'\n");
        QFile::setPermissions(script, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        writeEntry(u"program.desktop"_s, u"\"%1\" -x %F"_s.arg(script));
        writeEntry(u"broken.desktop"_s, u"/no/such/program %F"_s);
        write(u"apps/mimeinfo.cache"_s,
              "[MIME Cache]\ntext/plain=program.desktop;broken.desktop;\n");
        ui::OpenWithMenu menu([text] { return QStringList{text}; });
        menu.setFolders(folders());
        const QSignalSpy messages(&menu, &ui::OpenWithMenu::messageRaised);
        menu.popup(QPoint());
        QTRY_COMPARE_WITH_TIMEOUT(menu.actions().size(), 2, longestWait);
        QCOMPARE(menu.actions().at(0)->text(), u"Named program.desktop && more");
        menu.actions().at(0)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(contents(told), "-x|" + text.toUtf8() + '|', longestWait);
        QVERIFY(messages.isEmpty());
        menu.actions().at(1)->trigger();
        QCOMPARE(messages.size(), 1);
        QVERIFY(messages.at(0).at(0).toString().contains(u"could not be started"));
    }

    void itSaysWhereNoneIsKnown()
    {
        const QString text = write(u"a.txt"_s, "text");
        ui::OpenWithMenu menu([text] { return QStringList{text}; });
        menu.setFolders(folders());
        menu.popup(QPoint());
        QTRY_VERIFY_WITH_TIMEOUT(menu.actions().at(0)->text().startsWith(u"No application"),
                                 longestWait);
        QVERIFY(!menu.actions().at(0)->isEnabled());
    }

private:
    [[nodiscard]] ui::ApplicationFolders folders() const
    {
        const QString apps = m_folder->filePath(u"apps"_s);
        return {{m_folder->path(), apps}, {apps}};
    }

    [[nodiscard]] QStringList found(const QStringList &paths) const
    {
        return idsOf(ui::applicationsFor(paths, folders()));
    }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(bytes);
        return path;
    }

    void writeEntry(const QString &name, const QString &exec, const QString &tryExec = {}) const
    {
        write(u"apps/"_s + name,
              u"[Desktop Entry]\nType=Application\nName=Named %1 & more\nExec=%2\nTryExec=%3\n"_s
                  .arg(name, exec, tryExec)
                  .toUtf8());
    }

    [[nodiscard]] static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

LAPWING_TEST(OpenWithTest)
#include "tst_openwith.moc"
