// SPDX-License-Identifier: MIT
#include "store/filing.h"

#include "report/json/jsontask.h"
#include "store/file.h"
#include "store/writer.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::test {

std::vector<plan::Entry> entries(int count)
{
    std::vector<plan::Entry> all;
    for (int id = 1; id <= count; ++id)
        all.push_back({id,
                       QUrl(u"https://one.example/files/%1.iso?part=%1"_s.arg(id)),
                       {},
                       u"%1.iso"_s.arg(id)});
    return all;
}

std::vector<plan::Entry> entriesOf(const record::Run &run)
{
    std::vector<plan::Entry> all;
    for (const record::TaskRecord &task : run.tasks)
        all.push_back({task.id, task.url.adjusted(QUrl::RemoveUserInfo), {}, task.name});
    return all;
}

std::vector<int> idsOf(const std::vector<plan::Entry> &entries)
{
    std::vector<int> ids;
    for (const plan::Entry &entry : entries)
        ids.push_back(entry.id);
    return ids;
}

std::vector<int> idsOf(const record::Run &run)
{
    return idsOf(entriesOf(run));
}

std::vector<store::Change> changesOf(const record::Run &run, const report::PlanFacts &plan)
{
    if (run.facts.mode == plan::Mode::OneAtATime)
        return {store::PutBaseline{std::make_shared<const record::Run>(run)}};
    return {store::BeginRun{idsOf(run), plan}, store::PutRecords{run.tasks},
            store::PutFacts{run.facts}};
}

void write(const QString &folder, std::vector<store::Change> changes)
{
    store::Writer writer(folder);
    writer.write(std::move(changes));
    QVERIFY(writer.flush(std::chrono::minutes(1)));
}

void meddle(const QString &folder, const QString &sql)
{
    const auto connection = store::DatabaseConnection::open(store::filePath(folder), {});
    QVERIFY(connection);
    QVERIFY((*connection)->run(sql));
}

QVariant valueIn(const QString &folder, const QString &sql)
{
    const auto connection = store::DatabaseConnection::open(store::filePath(folder), {});
    return connection ? (*connection)->value(sql) : QVariant();
}

QByteArray everything(const QString &folder)
{
    QByteArray bytes;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}

QByteArrayList told(const std::vector<record::SharedRecord> &records)
{
    QByteArrayList all;
    for (const record::TaskRecord &record : records) {
        const QJsonObject object = report::json::taskOf(record, {}, plan::Redaction::Full);
        all << QJsonDocument(object).toJson(QJsonDocument::Compact)
                + record::wordFor(record.state).toLatin1() + record.url.toEncoded();
    }
    return all;
}

} // namespace lapwing::test
