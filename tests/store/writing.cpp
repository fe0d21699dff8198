// SPDX-License-Identifier: MIT
// store_writing FOLDER: goes on with the list in FOLDER, a step every 10 ms, until it is killed. Prints "STEP TIME"
// after each: that was handed over by then, in milliseconds of the monotonic clock. Prints "committed" when it is told.
#include "store/load.h"
#include "store/steps.h"
#include "store/writer.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace lapwing;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QString folder = application.arguments().value(1);
    const store::Loaded loaded = store::load(folder);
    if (loaded.trouble)
        return 3;
    int step = test::stepOf(loaded.state);
    store::Writer writer(folder);
    QObject::connect(&writer, &store::Writer::failed, [] { QCoreApplication::exit(4); });
    QObject::connect(&writer, &store::Writer::committed, [] {
        std::puts("committed");
        std::fflush(stdout);
    });
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, [&] {
        writer.write(test::changesAt(++step));
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        std::printf("%d %lld\n", step,
                    static_cast<long long>(
                        std::chrono::duration_cast<std::chrono::milliseconds>(now).count()));
        std::fflush(stdout);
    });
    timer.start(std::chrono::milliseconds(10));
    return application.exec();
}
