// SPDX-License-Identifier: MIT
#include "ui/controllertest.h"

#include "support/testmain.h"
#include "support/versioned.h"

#include <QFile>

namespace lapwing::test {

using ui::DownloadController;

void ControllerTest::makeServerAndFolder(const QString &within)
{
    m_folder = std::make_unique<QTemporaryDir>(within + QStringLiteral("/XXXXXX"));
    m_isLargeAsked = false;
    m_raw = std::make_unique<RawServer>();
    m_raw->route("/held", ok("held").afterRelease("gate"));
    m_raw->route("/large.bin", RawServer::Handler([this](const Request &request) {
                     const QByteArray whole = filler(largeSize);
                     if (!request.header("Range").isEmpty() || m_isLargeAsked.exchange(true))
                         return answerFor({whole}, request);
                     return withLength(largeSize, whole.left(largeSize / 2))
                         .header("ETag", "\"1\"")
                         .header("Accept-Ranges", "bytes")
                         .hold();
                 }));
}

void ControllerTest::makeController(double demoScale)
{
    m_said.clear();
    m_controller = std::make_unique<DownloadController>(demoScale);
    m_controller->setFolder(m_folder->path());
    connect(m_controller.get(), &DownloadController::messageRaised, this,
            [this](const QString &message) { m_said = message; });
}

void ControllerTest::takeDown()
{
    m_controller.reset();
    m_raw.reset();
    m_folder.reset();
}

void ControllerTest::add(std::initializer_list<const char *> paths)
{
    plan::Links links;
    for (const char *path : paths)
        links.urls.push_back(m_raw->url(path));
    m_controller->add(links);
}

void ControllerTest::addPaused(const char *path)
{
    plan::Links links{{m_raw->url(path)}, {}};
    auto extras = std::make_shared<plan::Extras>();
    extras->options = {{QStringLiteral("pause"), QStringLiteral("true")}};
    links.details[0].extras = extras;
    m_controller->add(links);
}

void ControllerTest::start()
{
    m_controller->start();
    QCOMPARE(m_controller->activity(), Activity::Running);
}

void ControllerTest::untilIdle()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, longestWait);
}

void ControllerTest::runToTheEnd()
{
    start();
    untilIdle();
}

const record::TaskRecord &ControllerTest::task(int id) const
{
    const record::Ledger &ledger = m_controller->tasks().ledger();
    return ledger.at(ledger.indexOf(id));
}

QString ControllerTest::file(const char *name) const
{
    return m_folder->filePath(QLatin1String(name));
}

QByteArray ControllerTest::contents(const char *name) const
{
    QFile read(file(name));
    return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
}

} // namespace lapwing::test
