// SPDX-License-Identifier: MIT
#include "sample.h"

using namespace Qt::Literals::StringLiterals;

namespace lapwing::test {
namespace {

usage::Page make()
{
    usage::Page page;
    page.name = u"oven bake"_s;
    page.operands = u"FILE..."_s;
    page.operand = usage::Operand::File;
    page.summary = u"Bakes recipes."_s;
    page.description = u"A 'recipe' is a file.\n.hidden ones too; a\\b stays."_s;
    page.options = {
        {u"m"_s, u"mode"_s, u"HOW"_s, u"How: top or bottom."_s, {u"top"_s, u"bottom"_s}},
        {{}, u"digest"_s, u"TYPE=HEX"_s, u"Of the [cake]."_s, {u"md5="_s, u"sha="_s}},
        {{}, u"into"_s, u"DIR"_s, u"The rack, (default: 1)."_s, {}},
        {{}, u"list"_s, u"FILE"_s, u"It's a list: of recipes."_s, {}},
        {{}, u"export"_s, u"FILE"_s, u"A photograph."_s, {u".png"_s, u".s.csv"_s, u".csv"_s}},
        {{}, u"heat"_s, u"N"_s, u"Degrees."_s, {}},
        {{}, u"dry"_s, {}, u"A flag."_s, {}}};
    page.exitStatus = u"0 it is baked; 1 it is not."_s;
    page.examples = {u"oven bake --dry cake"_s};
    page.related = {u"oven"_s};
    return page;
}

} // namespace

usage::Page samplePage()
{
    usage::Page show;
    show.name = u"oven show"_s;
    show.operands = u"RUN.json"_s;
    show.operand = usage::Operand::Document;
    show.summary = u"Shows a run."_s;
    usage::Page page;
    page.name = u"oven"_s;
    page.version = u"1.2"_s;
    page.summary = u"Bakes and shows."_s;
    page.options = {{u"h"_s, u"help"_s, {}, u"Show this help and exit."_s, {}}};
    page.environment = {{u"GAS"_s, u"Whether there is any."_s}};
    usage::Page time;
    time.name = u"oven time"_s;
    time.operands = u"[get | set UNIT]"_s;
    time.operand = usage::Operand::Text;
    time.summary = u"Tells the time."_s;
    time.following = {{u"time"_s, {u"get"_s, u"set"_s}}, {u"set"_s, {u"minutes"_s, u"hours"_s}}};
    page.commands = {make(), show, time};
    page.related = {u"oven-bake"_s, u"oven-show"_s, u"oven-time"_s};
    return page;
}

} // namespace lapwing::test
