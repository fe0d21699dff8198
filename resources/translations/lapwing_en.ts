<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>lapwing::cli::Text</name>
    <message numerus="yes">
        <source>The list has only %n entries, so higher numbers are not tried.</source>
        <translation>
            <numerusform>The list has only one entry, so higher numbers are not tried.</numerusform>
            <numerusform>The list has only %n entries, so higher numbers are not tried.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list will be downloaded %n times</source>
        <translation>
            <numerusform>The list will be downloaded once</numerusform>
            <numerusform>The list will be downloaded %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>: %1, plus %n files of unknown size.</source>
        <translation>
            <numerusform>: %1, plus %n file of unknown size.</numerusform>
            <numerusform>: %1, plus %n files of unknown size.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out because they failed: %n.</source>
        <translation>
            <numerusform>Left out because they failed: %n.</numerusform>
            <numerusform>Left out because they failed: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps reporting too many requests; limiting it to %n at a time.</source>
        <translation>
            <numerusform>%1 keeps reporting too many requests; limiting it to %n at a time.</numerusform>
            <numerusform>%1 keeps reporting too many requests; limiting it to %n at a time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::text::Caption</name>
    <message numerus="yes">
        <source>blocked %n times, longest %1</source>
        <translation>
            <numerusform>blocked once, for %1</numerusform>
            <numerusform>blocked %n times, longest %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n downloads</source>
        <translation>
            <numerusform>%n download</numerusform>
            <numerusform>%n downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n downloads, one at a time</source>
        <translation>
            <numerusform>%n download, one at a time</numerusform>
            <numerusform>%n downloads, one at a time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n downloads, together</source>
        <translation>
            <numerusform>%n download, together</numerusform>
            <numerusform>%n downloads, together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 files in %2.</source>
        <translation>
            <numerusform>%n of %1 files in %2.</numerusform>
            <numerusform>%n of %1 files in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times, %1 in all</source>
        <translation>
            <numerusform>once, %1</numerusform>
            <numerusform>%n times, %1 in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recommended for these servers: %n at a time.</source>
        <translation>
            <numerusform>Recommended for these servers: %n at a time.</numerusform>
            <numerusform>Recommended for these servers: %n at a time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rounds</source>
        <translation>
            <numerusform>%n round</numerusform>
            <numerusform>%n rounds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::text::Comparison</name>
    <message numerus="yes">
        <source>%n of %1 files were fully or partly on disk before the parallel run.</source>
        <translation>
            <numerusform>%n of %1 files were fully or partly on disk before the parallel run.</numerusform>
            <numerusform>%n of %1 files were fully or partly on disk before the parallel run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 files were fully or partly on disk before the one-at-a-time run.</source>
        <translation>
            <numerusform>%n of %1 files were fully or partly on disk before the one-at-a-time run.</numerusform>
            <numerusform>%n of %1 files were fully or partly on disk before the one-at-a-time run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 downloads failed in the parallel run.</source>
        <translation>
            <numerusform>%n of %1 downloads failed in the parallel run.</numerusform>
            <numerusform>%n of %1 downloads failed in the parallel run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 downloads failed in the one-at-a-time run.</source>
        <translation>
            <numerusform>%n of %1 downloads failed in the one-at-a-time run.</numerusform>
            <numerusform>%n of %1 downloads failed in the one-at-a-time run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 downloads did not finish in the parallel run.</source>
        <translation>
            <numerusform>%n of %1 downloads did not finish in the parallel run.</numerusform>
            <numerusform>%n of %1 downloads did not finish in the parallel run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 downloads did not finish in the one-at-a-time run.</source>
        <translation>
            <numerusform>%n of %1 downloads did not finish in the one-at-a-time run.</numerusform>
            <numerusform>%n of %1 downloads did not finish in the one-at-a-time run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 downloads had a different size in round %2 than in round %3.</source>
        <translation>
            <numerusform>%n of %1 downloads had a different size in round %2 than in round %3.</numerusform>
            <numerusform>%n of %1 downloads had a different size in round %2 than in round %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 downloads had a different size the second time.</source>
        <translation>
            <numerusform>%n of %1 downloads had a different size the second time.</numerusform>
            <numerusform>%n of %1 downloads had a different size the second time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Median of %n rounds; six are needed for a 95 % interval.</source>
        <translation>
            <numerusform>Median of %n rounds; six are needed for a 95 % interval.</numerusform>
            <numerusform>Median of %n rounds; six are needed for a 95 % interval.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Median of %n rounds; the interval from %1 to %2 covers the true figure with %3 % confidence.</source>
        <translation>
            <numerusform>Median of %n rounds; the interval from %1 to %2 covers the true figure with %3 % confidence.</numerusform>
            <numerusform>Median of %n rounds; the interval from %1 to %2 covers the true figure with %3 % confidence.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::text::Sweep</name>
    <message numerus="yes">
        <source>%n of %1 downloads had a different size.</source>
        <translation>
            <numerusform>%n of %1 downloads had a different size.</numerusform>
            <numerusform>%n of %1 downloads had a different size.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::text::Trial</name>
    <message numerus="yes">
        <source>A server reported that %n at a time is too many.</source>
        <translation>
            <numerusform>A server reported that %n at a time is too many.</numerusform>
            <numerusform>A server reported that %n at a time is too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %n at a time some downloads failed.</source>
        <translation>
            <numerusform>With %n at a time some downloads failed.</numerusform>
            <numerusform>With %n at a time some downloads failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::AddedText</name>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln added</numerusform>
            <numerusform>%Ln added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already in the list</source>
        <translation>
            <numerusform>%Ln already in the list</numerusform>
            <numerusform>%Ln already in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines are not links</source>
        <translation>
            <numerusform>%Ln line is not a link</numerusform>
            <numerusform>%Ln lines are not links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::DropZone</name>
    <message numerus="yes">
        <source>Drop to add %Ln links</source>
        <translation>
            <numerusform>Drop to add %Ln link</numerusform>
            <numerusform>Drop to add %Ln links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::HistoryWindow</name>
    <message numerus="yes">
        <source>%Ln runs deleted.</source>
        <translation>
            <numerusform>%Ln run deleted.</numerusform>
            <numerusform>%Ln runs deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::LinksDialog</name>
    <message numerus="yes">
        <source>%Ln links</source>
        <translation>
            <numerusform>%Ln link</numerusform>
            <numerusform>%Ln links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines are not links</source>
        <translation>
            <numerusform>%Ln line is not a link</numerusform>
            <numerusform>%Ln lines are not links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::RowActions</name>
    <message numerus="yes">
        <source>%Ln links copied</source>
        <translation>
            <numerusform>%Ln link copied</numerusform>
            <numerusform>%Ln links copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln errors copied</source>
        <translation>
            <numerusform>%Ln error copied</numerusform>
            <numerusform>%Ln errors copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::TrialDialog</name>
    <message numerus="yes">
        <source>The list will be downloaded %Ln times and nothing will be kept</source>
        <translation>
            <numerusform>The list will be downloaded once and nothing will be kept</numerusform>
            <numerusform>The list will be downloaded %Ln times and nothing will be kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln at a time</source>
        <translation>
            <numerusform>%Ln at a time</numerusform>
            <numerusform>%Ln at a time</numerusform>
        </translation>
    </message>
</context>
</TS>
