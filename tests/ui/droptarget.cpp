// SPDX-License-Identifier: MIT
// Another program to drag to: says the files that are dropped on its window, one a line, and ends.
#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

#include <cstdio>

namespace {

class DropTarget : public QWidget {
public:
    DropTarget() { setAcceptDrops(true); }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override
    {
        if (event->mimeData()->hasUrls())
            event->acceptProposedAction();
    }
    void dropEvent(QDropEvent *event) override
    {
        event->acceptProposedAction();
        for (const QUrl &url : event->mimeData()->urls())
            std::puts(qPrintable(url.toLocalFile()));
        QMetaObject::invokeMethod(qApp, &QApplication::quit, Qt::QueuedConnection);
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    DropTarget target;
    target.setWindowTitle(QStringLiteral("Drop target"));
    target.setGeometry(1150, 20, 200, 90);
    target.show();
    return QApplication::exec();
}
