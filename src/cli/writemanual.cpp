// SPDX-License-Identifier: MIT
// lapwing-cli-usage FOLDER: writes the manuals and completions of lapwing-cli, while it is built.
#include "cli/manual.h"
#include "usage/files.h"

int main(int argc, char **argv)
{
    return lapwing::usage::writeFiles(lapwing::cli::manual(), argc, argv);
}
