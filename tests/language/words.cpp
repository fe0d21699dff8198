// SPDX-License-Identifier: MIT
#include "words.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QMetaProperty>
#include <QTabWidget>

#include <algorithm>

namespace lapwing::test {
namespace {

/// "MainWindow/centralwidget/QLabel"
QString placeOf(const QObject *object)
{
    QStringList names;
    for (; object != nullptr; object = object->parent())
        names.prepend(object->objectName().isEmpty()
                          ? QString::fromLatin1(object->metaObject()->className())
                          : object->objectName());
    return names.join(u'/');
}

/// What is no word of ours, or only a way to write one.
bool isNoWord(const char *property)
{
    constexpr std::array others{"objectName", "styleSheet",  "windowFilePath", "inputMask", "html",
                                "markdown",   "displayText", "cleanText",      "windowRole"};
    return std::ranges::any_of(
        others, [property](const char *other) { return qstrcmp(property, other) == 0; });
}

void addProperties(QStringList &words, const QObject *object)
{
    const QMetaObject *meta = object->metaObject();
    for (int i = 0; i < meta->propertyCount(); ++i) {
        const QMetaProperty property = meta->property(i);
        if (property.metaType() != QMetaType::fromType<QString>() || isNoWord(property.name()))
            continue;
        const QString text = property.read(object).toString();
        if (!text.isEmpty())
            words << QStringLiteral("%1.%2: %3")
                         .arg(placeOf(object), QLatin1String(property.name()), text);
    }
}

void addItems(QStringList &words, const QObject *object)
{
    const auto add = [&](const QString &text) {
        words << QStringLiteral("%1: %2").arg(placeOf(object), text);
    };
    if (const auto *combo = qobject_cast<const QComboBox *>(object)) {
        for (int i = 0; i < combo->count(); ++i)
            add(combo->itemText(i));
    }
    if (const auto *tabs = qobject_cast<const QTabWidget *>(object)) {
        for (int i = 0; i < tabs->count(); ++i)
            add(tabs->tabText(i));
    }
    const auto *view = qobject_cast<const QAbstractItemView *>(object);
    if (view == nullptr || view->model() == nullptr || qobject_cast<const QHeaderView *>(view))
        return;
    const QAbstractItemModel *model = view->model();
    for (int column = 0; column < model->columnCount(); ++column) {
        add(model->headerData(column, Qt::Horizontal).toString());
        for (int row = 0; row < model->rowCount(); ++row)
            add(model->index(row, column).data().toString());
    }
}

} // namespace

QStringList wordsIn(const QWidget &window)
{
    QStringList words;
    QList<const QObject *> objects{&window};
    for (const QObject *object : window.findChildren<QObject *>()) {
        if (!object->objectName().startsWith(u"Scroll")) // Qt names them once
            objects << object;
    }
    for (const QObject *object : objects) {
        addProperties(words, object);
        addItems(words, object);
    }
    words.sort();
    return words;
}

QString difference(const QStringList &one, const QStringList &other)
{
    for (qsizetype i = 0; i < std::max(one.size(), other.size()); ++i) {
        if (one.value(i) != other.value(i))
            return QStringLiteral("\n  %1\n  %2").arg(one.value(i), other.value(i));
    }
    return {};
}

bool hasHangul(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Hangul; });
}

} // namespace lapwing::test
