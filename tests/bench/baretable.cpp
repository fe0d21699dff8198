// SPDX-License-Identifier: MIT
// What a table of so many rows costs when QTableView is used and nothing else: no delegates, no records, no
// timeline. The floor that the benchmark measures the window against. F5 sorts.
#include <QApplication>
#include <QHeaderView>
#include <QShortcut>
#include <QTableView>

#include <algorithm>
#include <numeric>
#include <vector>

namespace {

constexpr int columns = 7;

class Rows : public QAbstractTableModel {
public:
    explicit Rows(int count) : m_order(static_cast<std::size_t>(count))
    {
        std::iota(m_order.begin(), m_order.end(), 0);
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_order.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : columns;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? m_order[static_cast<std::size_t>(index.row())]
                                       : QVariant();
    }
    /// By numbers that are at hand; the indices that a view holds go with their rows.
    void turn()
    {
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        std::ranges::sort(m_order, [this](int a, int b) { return (a < b) != m_ascends; });
        m_ascends = !m_ascends;
        const int last = static_cast<int>(m_order.size()) - 1;
        QModelIndexList after;
        for (const QModelIndex &index : persistentIndexList())
            after << createIndex(last - index.row(), index.column());
        changePersistentIndexList(persistentIndexList(), after);
        Q_EMIT layoutChanged({}, VerticalSortHint);
    }

private:
    std::vector<int> m_order;
    bool m_ascends = true;
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    Rows rows(argc > 1 ? std::atoi(argv[1]) : 0);
    QTableView table;
    table.setWindowTitle(QStringLiteral("Bare table"));
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.setModel(&rows);
    const QShortcut sort(Qt::Key_F5, &table);
    QObject::connect(&sort, &QShortcut::activated, &table, [&rows] { rows.turn(); });
    table.resize(1200, 700);
    table.show();
    return QApplication::exec();
}
