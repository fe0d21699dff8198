// SPDX-License-Identifier: MIT
#pragma once

#include "store/trouble.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <tl/expected.hpp>

#include <memory>
#include <optional>

namespace lapwing::store {

/// An open database, for the thread that opened it alone (a QSqlDatabase belongs to one). What a statement ran
/// into is kept until it is asked for: callers go by true and false.
class DatabaseConnection {
public:
    /// `options` are those of QSqlDatabase::setConnectOptions().
    [[nodiscard]] static tl::expected<std::unique_ptr<DatabaseConnection>, Trouble> open(
        const QString &path, const QString &options);
    ~DatabaseConnection();
    DatabaseConnection(const DatabaseConnection &) = delete;
    DatabaseConnection &operator=(const DatabaseConnection &) = delete;

    /// One statement, with a value for each "?".
    [[nodiscard]] bool run(const QString &sql, const QVariantList &values = {});
    /// A statement for each of `items`, with the values that `valuesOf(item)` gives.
    template<typename Items, typename ValuesOf>
    [[nodiscard]] bool runForEach(const QString &sql, const Items &items, ValuesOf valuesOf)
    {
        QSqlQuery query(m_database);
        if (!prepare(query, sql))
            return false;
        for (const auto &item : items) {
            if (!execute(query, valuesOf(item)))
                return false;
        }
        return true;
    }
    /// Gives `take(row)` each row, until it says false: then the file is damaged.
    template<typename Take>
    [[nodiscard]] bool each(const QString &sql, Take take, const QVariantList &values = {})
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!prepare(query, sql) || !execute(query, values))
            return false;
        while (query.next()) {
            if (!take(query))
                return fail(Trouble::Damaged);
        }
        return !query.lastError().isValid() || fail(query);
    }
    /// The first column of the first row; invalid: there is none, or it went wrong.
    [[nodiscard]] QVariant value(const QString &sql);
    bool fail(Trouble trouble); ///< always false

    /// What went wrong last.
    [[nodiscard]] Trouble trouble() const { return m_trouble.value_or(Trouble::DiskError); }
    [[nodiscard]] bool hasFailed() const { return m_trouble.has_value(); }
    void forgetTrouble() { m_trouble.reset(); }

private:
    explicit DatabaseConnection(QString name) : m_name(std::move(name)) { }
    [[nodiscard]] bool prepare(QSqlQuery &query, const QString &sql);
    [[nodiscard]] bool execute(QSqlQuery &query, const QVariantList &values);
    [[nodiscard]] bool fail(const QSqlQuery &query);

    QString m_name;
    QSqlDatabase m_database;
    std::optional<Trouble> m_trouble;
};

/// Everything until commit(), or nothing of it.
class Transaction {
public:
    explicit Transaction(DatabaseConnection &connection);
    ~Transaction(); ///< rolls back what was not committed
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    [[nodiscard]] bool hasBegun() const { return m_isOpen; }
    [[nodiscard]] bool commit();

private:
    DatabaseConnection &m_connection;
    bool m_isOpen;
};

} // namespace lapwing::store
