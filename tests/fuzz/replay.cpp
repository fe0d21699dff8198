// SPDX-License-Identifier: MIT
#include "fuzz/mutate.h"
#include "fuzz/target.h"

#include <QDir>
#include <QFile>

#include <cstdio>

namespace {

using lapwing::fuzz::Target;

constexpr quint32 randomSeed = 20260229;
constexpr int mutants = 500; ///< of each target; a second or two in all, with the sanitizers

QList<QByteArray> seedsIn(const QDir &folder)
{
    QList<QByteArray> seeds;
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            seeds.append(file.readAll());
    }
    return seeds;
}

/// What a target looks at lies in a file meanwhile: there it is found when it ends this program.
bool feed(Target target, const QByteArray &input, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(input) != input.size())
        return false;
    file.close();
    target(input);
    return true;
}

int replay(Target target, QList<QByteArray> inputs, const QString &path)
{
    QRandomGenerator random(randomSeed);
    const QList<QByteArray> seeds = inputs;
    for (int count = 0; count < mutants; ++count)
        inputs.append(lapwing::fuzz::mutated(seeds, random));
    inputs.append(QByteArray());
    for (const QByteArray &input : inputs) {
        if (!feed(target, input, path))
            return 1;
    }
    std::printf("%lld seeds and %d mutants of them\n", qlonglong(seeds.size()), mutants);
    return QFile::remove(path) ? 0 : 1;
}

} // namespace

/// NAME SEEDS: feeds that target every seed of the folder SEEDS/NAME, and what a fixed random number makes of
/// them, without libFuzzer. It ends when a promise is broken; the input is kept in the folder where it runs.
int main(int argc, char **argv)
{
    const QByteArray name = argc == 3 ? argv[1] : "";
    const auto found = lapwing::fuzz::targets().find(name);
    if (found == lapwing::fuzz::targets().end())
        return 2;
    const QDir folder(QFile::decodeName(argv[2]) + u'/' + QFile::decodeName(name));
    const QList<QByteArray> seeds = seedsIn(folder);
    if (seeds.isEmpty()) {
        std::fprintf(stderr, "no seeds in %s\n", qPrintable(folder.path()));
        return 1;
    }
    const QString kept = QDir::current().filePath(QFile::decodeName(name + ".input"));
    std::printf("%s: what breaks a promise is kept in %s\n", name.constData(), qPrintable(kept));
    std::fflush(stdout);
    return replay(found->second, seeds, kept);
}
