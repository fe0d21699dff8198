// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <vector>

namespace lapwing::test {

/// An element of a picture or a page, as a strict reader finds it.
struct Element {
    QString name;
    QMap<QString, QString> attributes;
    QString text; ///< of itself and of all inside it
    int parent = -1;
    int depth = 0;
};

/// All elements in their order; `error` says why it is not well-formed.
struct Xml {
    std::vector<Element> elements;
    QString error;

    [[nodiscard]] std::vector<const Element *> all(const QString &name) const;
    /// Those inside the element at that place.
    [[nodiscard]] std::vector<const Element *> inside(int place, const QString &name) const;
};

[[nodiscard]] Xml readXml(const QByteArray &bytes);

} // namespace lapwing::test
