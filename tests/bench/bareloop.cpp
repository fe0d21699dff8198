// SPDX-License-Identifier: MIT
// What a download costs when QNetworkAccessManager is used and nothing else: no proof, no fsync, no
// records. The floor that the benchmark measures lapwing-cli against.
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <cstdio>
#include <deque>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

class BareLoop {
public:
    BareLoop(std::deque<QUrl> links, const QString &folder, int managers)
        : m_links(std::move(links))
        , m_folder(folder)
        , m_managers(static_cast<std::size_t>(managers))
    {
    }

    void start(int atOnce)
    {
        for (int slot = 0; slot < atOnce; ++slot)
            next(static_cast<std::size_t>(slot) % m_managers.size());
    }

    [[nodiscard]] int failures() const { return m_failures; }

private:
    void next(std::size_t manager)
    {
        if (m_links.empty()) {
            if (m_inFlight == 0)
                QCoreApplication::quit();
            return;
        }
        const QNetworkRequest request(m_links.front());
        m_links.pop_front();
        ++m_inFlight;
        QNetworkReply *reply = m_managers[manager].get(request);
        QObject::connect(reply, &QNetworkReply::finished, reply, [this, reply, manager] {
            keep(*reply);
            reply->deleteLater();
            --m_inFlight;
            next(manager);
        });
    }

    void keep(QNetworkReply &reply)
    {
        QFile file(m_folder.filePath(reply.url().fileName()));
        const bool isWhole = reply.error() == QNetworkReply::NoError
            && file.open(QIODevice::WriteOnly) && file.write(reply.readAll()) >= 0 && file.flush();
        m_failures += isWhole ? 0 : 1;
    }

    std::deque<QUrl> m_links;
    const QDir m_folder;
    std::vector<QNetworkAccessManager> m_managers;
    int m_inFlight = 0;
    int m_failures = 0;
};

std::deque<QUrl> readLinks(const QString &path)
{
    std::deque<QUrl> links;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("bench_bareloop: %s", qPrintable(file.errorString()));
    while (!file.atEnd())
        links.push_back(QUrl::fromEncoded(file.readLine().trimmed()));
    return links;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"j"_s, u"Simultaneous downloads."_s, u"N"_s, u"16"_s});
    parser.addOption({u"m"_s, u"How many managers."_s, u"N"_s, u"1"_s});
    parser.addOption({u"d"_s, u"Where the files go."_s, u"DIR"_s});
    parser.addOption({u"i"_s, u"Links, one a line."_s, u"LIST"_s});
    parser.process(application);
    BareLoop loop(readLinks(parser.value(u"i"_s)), parser.value(u"d"_s),
                  parser.value(u"m"_s).toInt());
    loop.start(parser.value(u"j"_s).toInt());
    QCoreApplication::exec();
    return loop.failures() == 0 ? 0 : 1;
}
