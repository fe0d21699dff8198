// SPDX-License-Identifier: MIT
#include "store/databaseconnection.h"

#include <atomic>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::store {
namespace {

QString newName()
{
    static std::atomic<int> last{0};
    return u"lapwing-store-%1"_s.arg(++last);
}

} // namespace

tl::expected<std::unique_ptr<DatabaseConnection>, Trouble> DatabaseConnection::open(
    const QString &path, const QString &options)
{
    const QString driver = u"QSQLITE"_s;
    if (!QSqlDatabase::isDriverAvailable(driver))
        return tl::unexpected(Trouble::NoDriver);
    std::unique_ptr<DatabaseConnection> connection(new DatabaseConnection(newName()));
    QSqlDatabase &database = connection->m_database;
    database = QSqlDatabase::addDatabase(driver, connection->m_name);
    database.setDatabaseName(path);
    database.setConnectOptions(options);
    if (!database.open())
        return tl::unexpected(troubleFrom(database.lastError()));
    return connection;
}

DatabaseConnection::~DatabaseConnection()
{
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

bool DatabaseConnection::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    return prepare(query, sql) && execute(query, values);
}

QVariant DatabaseConnection::value(const QString &sql)
{
    QVariant found;
    const bool isThere = each(sql, [&found](const QSqlQuery &row) {
        if (!found.isValid())
            found = row.value(0);
        return true;
    });
    return isThere ? found : QVariant();
}

bool DatabaseConnection::prepare(QSqlQuery &query, const QString &sql)
{
    return query.prepare(sql) || fail(query);
}

bool DatabaseConnection::execute(QSqlQuery &query, const QVariantList &values)
{
    for (int place = 0; place < values.size(); ++place)
        query.bindValue(place, values.at(place));
    return query.exec() || fail(query);
}

bool DatabaseConnection::fail(const QSqlQuery &query)
{
    return fail(troubleFrom(query.lastError()));
}

bool DatabaseConnection::fail(Trouble trouble)
{
    m_trouble = trouble;
    return false;
}

Transaction::Transaction(DatabaseConnection &connection)
    : m_connection(connection), m_isOpen(connection.run(u"BEGIN IMMEDIATE"_s))
{
}

Transaction::~Transaction()
{
    if (!m_isOpen)
        return;
    const Trouble first = m_connection.trouble();
    (void)m_connection.run(u"ROLLBACK"_s); // which SQLite has done itself when the disk is full
    m_connection.fail(first);
}

bool Transaction::commit()
{
    if (!m_connection.run(u"COMMIT"_s))
        return false;
    m_isOpen = false;
    return true;
}

} // namespace lapwing::store
