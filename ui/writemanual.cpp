// SPDX-License-Identifier: MIT
// lapwing-usage FOLDER: writes the manual and completions of lapwing, while it is built.
#include "commandline.h"
#include "usage/files.h"

int main(int argc, char **argv)
{
    return lapwing::usage::writeFiles(lapwing::ui::manual(), argc, argv);
}
