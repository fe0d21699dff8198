<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>lapwing::cli::Text</name>
    <message numerus="yes">
        <source>%1, %n lines (%2), for example %3: %4</source>
        <translation>
            <numerusform>%1, %n line (%2), for example %3: %4</numerusform>
            <numerusform>%1, %n lines (%2), for example %3: %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This format cannot contain everything the list says of %n links.</source>
        <translation>
            <numerusform>This format cannot contain everything the list says of %n link.</numerusform>
            <numerusform>This format cannot contain everything the list says of %n links.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines refused</source>
        <translation>
            <numerusform>%n line refused</numerusform>
            <numerusform>%n lines refused</numerusform>
        </translation>
    </message>
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
    <message numerus="yes">
        <source>For %n files the list names folders outside %1; they are saved in %1 instead. Use --allow-folders to save them where the list says.</source>
        <translation>
            <numerusform>For %n file the list names a folder outside %1; it is saved in %1 instead. Use --allow-folders to save it where the list says.</numerusform>
            <numerusform>For %n files the list names folders outside %1; they are saved in %1 instead. Use --allow-folders to save them where the list says.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checksums came after their links and were not checked. Put each beside its link, or give the list as a file.</source>
        <translation>
            <numerusform>%n checksum came after its link and was not checked. Put it beside its link, or give the list as a file.</numerusform>
            <numerusform>%n checksums came after their links and were not checked. Put each beside its link, or give the list as a file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n links already have a different checksum, which is used instead.</source>
        <translation>
            <numerusform>%1: %n link already has a different checksum, which is used instead.</numerusform>
            <numerusform>%1: %n links already have a different checksum, which is used instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n links are paused in the list and downloaded anyway; only the window can pause them.</source>
        <translation>
            <numerusform>%1: %n link is paused in the list and downloaded anyway; only the window can pause it.</numerusform>
            <numerusform>%1: %n links are paused in the list and downloaded anyway; only the window can pause them.</numerusform>
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
    <message numerus="yes">
        <source>%1 of %n files in %2.</source>
        <translation>
            <numerusform>%1 of %n file in %2.</numerusform>
            <numerusform>%1 of %n files in %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::text::Comparison</name>
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
    <message numerus="yes">
        <source>%1 of %n files had been fully or partly on disk before the parallel run.</source>
        <translation>
            <numerusform>%1 of %n file had been fully or partly on disk before the parallel run.</numerusform>
            <numerusform>%1 of %n files had been fully or partly on disk before the parallel run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n files had been fully or partly on disk before the one-at-a-time run.</source>
        <translation>
            <numerusform>%1 of %n file had been fully or partly on disk before the one-at-a-time run.</numerusform>
            <numerusform>%1 of %n files had been fully or partly on disk before the one-at-a-time run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n downloads failed in the parallel run.</source>
        <translation>
            <numerusform>%1 of %n download failed in the parallel run.</numerusform>
            <numerusform>%1 of %n downloads failed in the parallel run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n downloads failed in the one-at-a-time run.</source>
        <translation>
            <numerusform>%1 of %n download failed in the one-at-a-time run.</numerusform>
            <numerusform>%1 of %n downloads failed in the one-at-a-time run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n downloads did not finish in the parallel run.</source>
        <translation>
            <numerusform>%1 of %n download did not finish in the parallel run.</numerusform>
            <numerusform>%1 of %n downloads did not finish in the parallel run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n downloads did not finish in the one-at-a-time run.</source>
        <translation>
            <numerusform>%1 of %n download did not finish in the one-at-a-time run.</numerusform>
            <numerusform>%1 of %n downloads did not finish in the one-at-a-time run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n downloads had a different size in round %2 than in round %3.</source>
        <translation>
            <numerusform>%1 of %n download had a different size in round %2 than in round %3.</numerusform>
            <numerusform>%1 of %n downloads had a different size in round %2 than in round %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n downloads had a different size the second time.</source>
        <translation>
            <numerusform>%1 of %n download had a different size the second time.</numerusform>
            <numerusform>%1 of %n downloads had a different size the second time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %1 of %2 files; the others were not downloaded.</source>
        <translation>
            <numerusform>For %1 of %2 files; the other was not downloaded.</numerusform>
            <numerusform>For %1 of %2 files; the others were not downloaded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::text::Difference</name>
    <message numerus="yes">
        <source>That is the time of the %Ln files that came in both runs; the whole runs took %1 and %2.</source>
        <translation>
            <numerusform>That is the time of the %Ln file that came in both runs; the whole runs took %1 and %2.</numerusform>
            <numerusform>That is the time of the %Ln files that came in both runs; the whole runs took %1 and %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first run did not finish %1 of %Ln downloads.</source>
        <translation>
            <numerusform>The first run did not finish %1 of %Ln download.</numerusform>
            <numerusform>The first run did not finish %1 of %Ln downloads.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first run found %1 of %Ln files fully or partly on disk.</source>
        <translation>
            <numerusform>The first run found %1 of %Ln file fully or partly on disk.</numerusform>
            <numerusform>The first run found %1 of %Ln files fully or partly on disk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first run did not download %Ln files that came in the second.</source>
        <translation>
            <numerusform>The first run did not download %Ln file that came in the second.</numerusform>
            <numerusform>The first run did not download %Ln files that came in the second.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The second run did not finish %1 of %Ln downloads.</source>
        <translation>
            <numerusform>The second run did not finish %1 of %Ln download.</numerusform>
            <numerusform>The second run did not finish %1 of %Ln downloads.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The second run found %1 of %Ln files fully or partly on disk.</source>
        <translation>
            <numerusform>The second run found %1 of %Ln file fully or partly on disk.</numerusform>
            <numerusform>The second run found %1 of %Ln files fully or partly on disk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The second run did not download %Ln files that came in the first.</source>
        <translation>
            <numerusform>The second run did not download %Ln file that came in the first.</numerusform>
            <numerusform>The second run did not download %Ln files that came in the first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files had a different size in the second run.</source>
        <translation>
            <numerusform>%Ln file had a different size in the second run.</numerusform>
            <numerusform>%Ln files had a different size in the second run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Elapsed, of the %Ln files that both downloaded: %1</source>
        <translation>
            <numerusform>Elapsed, of the %Ln file that both downloaded: %1</numerusform>
            <numerusform>Elapsed, of the %Ln files that both downloaded: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::text::Primer</name>
    <message numerus="yes">
        <source>This program may use %n processors; other programs use them too.</source>
        <translation>
            <numerusform>This program may use %n processor; other programs use it too.</numerusform>
            <numerusform>This program may use %n processors; other programs use them too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::text::RunWord</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>a host and how many others</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::text::Sweep</name>
    <message numerus="yes">
        <source>%1 of %n downloads had a different size.</source>
        <translation>
            <numerusform>%1 of %n download had a different size.</numerusform>
            <numerusform>%1 of %n downloads had a different size.</numerusform>
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
        <source>%Ln links added</source>
        <translation>
            <numerusform>%Ln link added</numerusform>
            <numerusform>%Ln links added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln duplicates</source>
        <translation>
            <numerusform>%Ln duplicate</numerusform>
            <numerusform>%Ln duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved here, not in the folder that the list names</source>
        <translation>
            <numerusform>%Ln saved here, not in the folder that the list names</numerusform>
            <numerusform>%Ln saved here, not in the folder that the list names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln checksums added</source>
        <translation>
            <numerusform>%Ln checksum added</numerusform>
            <numerusform>%Ln checksums added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln checksums came too late to be checked</source>
        <translation>
            <numerusform>%Ln checksum came too late to be checked</numerusform>
            <numerusform>%Ln checksums came too late to be checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln checksums differ from those in the list and were ignored</source>
        <translation>
            <numerusform>%Ln checksum differs from the one in the list and was ignored</numerusform>
            <numerusform>%Ln checksums differ from those in the list and were ignored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused by the list</source>
        <translation>
            <numerusform>%Ln paused by the list</numerusform>
            <numerusform>%Ln paused by the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines refused</source>
        <translation>
            <numerusform>%Ln line refused</numerusform>
            <numerusform>%Ln lines refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Advice</name>
    <message numerus="yes">
        <source>%Ln downloads are paused.</source>
        <translation>
            <numerusform>%Ln download is paused.</numerusform>
            <numerusform>%Ln downloads are paused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::CopyActions</name>
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
    <message numerus="yes">
        <source>%Ln curl commands copied, without passwords, cookies and headers</source>
        <translation>
            <numerusform>%Ln curl command copied, without passwords, cookies and headers</numerusform>
            <numerusform>%Ln curl commands copied, without passwords, cookies and headers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links copied, without passwords, cookies and headers</source>
        <translation>
            <numerusform>%Ln link copied, without passwords, cookies and headers</numerusform>
            <numerusform>%Ln links copied, without passwords, cookies and headers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Cost</name>
    <message numerus="yes">
        <source>%Ln runs</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::DifferenceRows</name>
    <message numerus="yes">
        <source>Time of the %Ln files that both downloaded</source>
        <translation>
            <numerusform>Time of the %Ln file that both downloaded</numerusform>
            <numerusform>Time of the %Ln files that both downloaded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::DownloadController</name>
    <message numerus="yes">
        <source>Clear list of %Ln downloads</source>
        <translation>
            <numerusform>Clear list of %Ln download</numerusform>
            <numerusform>Clear list of %Ln downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln downloads</source>
        <translation>
            <numerusform>Move %Ln download</numerusform>
            <numerusform>Move %Ln downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads moved to the top.</source>
        <translation>
            <numerusform>%Ln download moved to the top.</numerusform>
            <numerusform>%Ln downloads moved to the top.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads moved to the bottom.</source>
        <translation>
            <numerusform>%Ln download moved to the bottom.</numerusform>
            <numerusform>%Ln downloads moved to the bottom.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Priority of %Ln downloads: %1</source>
        <translation>
            <numerusform>Priority of %Ln download: %1</numerusform>
            <numerusform>Priority of %Ln downloads: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking %Ln files…</source>
        <translation>
            <numerusform>Checking %Ln file…</numerusform>
            <numerusform>Checking %Ln files…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files could not be moved to the trash, and stay in the list.</source>
        <translation>
            <numerusform>%Ln file could not be moved to the trash, and stays in the list.</numerusform>
            <numerusform>%Ln files could not be moved to the trash, and stay in the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln files to the trash</source>
        <translation>
            <numerusform>Move %Ln file to the trash</numerusform>
            <numerusform>Move %Ln files to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files moved to the trash.</source>
        <translation>
            <numerusform>%Ln file moved to the trash.</numerusform>
            <numerusform>%Ln files moved to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln downloads</source>
        <translation>
            <numerusform>Remove %Ln download</numerusform>
            <numerusform>Remove %Ln downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads removed.</source>
        <translation>
            <numerusform>%Ln download removed.</numerusform>
            <numerusform>%Ln downloads removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln downloads</source>
        <translation>
            <numerusform>Cancel %Ln download</numerusform>
            <numerusform>Cancel %Ln downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads cancelled.</source>
        <translation>
            <numerusform>%Ln download cancelled.</numerusform>
            <numerusform>%Ln downloads cancelled.</numerusform>
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
    <name>lapwing::ui::EndedText</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Exporting</name>
    <message numerus="yes">
        <source>%Ln links exported to %1</source>
        <translation>
            <numerusform>%Ln link exported to %1</numerusform>
            <numerusform>%Ln links exported to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::HistoryColumns</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>a host and how many others</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Interrupted: %1 of %Ln downloads did not finish.</source>
        <translation>
            <numerusform>Interrupted: %1 of %Ln download did not finish.</numerusform>
            <numerusform>Interrupted: %1 of %Ln downloads did not finish.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln links yielded a file</source>
        <translation>
            <numerusform>%1 of %Ln link yielded a file</numerusform>
            <numerusform>%1 of %Ln links yielded a file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the %Ln links that yielded a file</source>
        <translation>
            <numerusform>Of the %Ln link that yielded a file</numerusform>
            <numerusform>Of the %Ln links that yielded a file</numerusform>
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
        <source>Save %Ln files outside the folder, where the &amp;list says</source>
        <translation>
            <numerusform>Save %Ln file outside the folder, where the &amp;list says</numerusform>
            <numerusform>Save %Ln files outside the folder, where the &amp;list says</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::ListPage</name>
    <message numerus="yes">
        <source>%Ln downloads are no longer selected: the selected rows are now too scattered.</source>
        <translation>
            <numerusform>%Ln download is no longer selected: the selected rows are now too scattered.</numerusform>
            <numerusform>%Ln downloads are no longer selected: the selected rows are now too scattered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::ListWriting</name>
    <message numerus="yes">
        <source>%1. This format cannot contain everything the list says of %Ln links.</source>
        <translation>
            <numerusform>%1. This format cannot contain everything the list says of %Ln link.</numerusform>
            <numerusform>%1. This format cannot contain everything the list says of %Ln links.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::MainWindow</name>
    <message numerus="yes">
        <source>%Ln downloads are unfinished.</source>
        <translation>
            <numerusform>%Ln download is unfinished.</numerusform>
            <numerusform>%Ln downloads are unfinished.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::PreviewText</name>
    <message numerus="yes">
        <source>%Ln links</source>
        <translation>
            <numerusform>%Ln link</numerusform>
            <numerusform>%Ln links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln renamed</source>
        <translation>
            <numerusform>%Ln renamed</numerusform>
            <numerusform>%Ln renamed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already there</source>
        <translation>
            <numerusform>%Ln already there</numerusform>
            <numerusform>%Ln already there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more lists</source>
        <translation>
            <numerusform>%Ln more list</numerusform>
            <numerusform>%Ln more lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expand ranges (%Ln links)</source>
        <translation>
            <numerusform>Expand ranges (%Ln link)</numerusform>
            <numerusform>Expand ranges (%Ln links)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Questions</name>
    <message numerus="yes">
        <source>Export %Ln links</source>
        <translation>
            <numerusform>Export %Ln link</numerusform>
            <numerusform>Export %Ln links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::RejectsModel</name>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::SettingsDialog</name>
    <message numerus="yes">
        <source>%Ln attempts in all.</source>
        <translation>
            <numerusform>%Ln attempt in all.</numerusform>
            <numerusform>%Ln attempts in all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::SlotLane</name>
    <message numerus="yes">
        <source>%1 at once, up to %n in use</source>
        <translation>
            <numerusform>%1 at once, up to %n in use</numerusform>
            <numerusform>%1 at once, up to %n in use</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Stretch</name>
    <message numerus="yes">
        <source>%n downloads active</source>
        <translation>
            <numerusform>%n download active</numerusform>
            <numerusform>%n downloads active</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 slots idle</source>
        <translation>
            <numerusform>%1 of %2 slot idle</numerusform>
            <numerusform>%1 of %2 slots idle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Timeline</name>
    <message numerus="yes">
        <source>From %1 to %2, %n running</source>
        <translation>
            <numerusform>From %1 to %2, %n running</numerusform>
            <numerusform>From %1 to %2, %n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::TrialCost</name>
    <message numerus="yes">
        <source>%Ln runs</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files of unknown size</source>
        <translation>
            <numerusform>%Ln file of unknown size</numerusform>
            <numerusform>%Ln files of unknown size</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::TrialPage</name>
    <message numerus="yes">
        <source>Stopped. The figures are for the %Ln complete rounds.</source>
        <translation>
            <numerusform>Stopped. The figures are for the one complete round.</numerusform>
            <numerusform>Stopped. The figures are for the %Ln complete rounds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::TrialProgressView</name>
    <message numerus="yes">
        <source>%1 of %Ln runs</source>
        <translation>
            <numerusform>%1 of %Ln run</numerusform>
            <numerusform>%1 of %Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::TrialResult</name>
    <message numerus="yes">
        <source>%Ln files failed in the first run and were left out, so no number above %1 could be tried.</source>
        <translation>
            <numerusform>%Ln file failed in the first run and was left out, so no number above %1 could be tried.</numerusform>
            <numerusform>%Ln files failed in the first run and were left out, so no number above %1 could be tried.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::WindowTitle</name>
    <message numerus="yes">
        <source>Finished: %Ln failed</source>
        <translation>
            <numerusform>Finished: %Ln failed</numerusform>
            <numerusform>Finished: %Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finished: %Ln files</source>
        <translation>
            <numerusform>Finished: %Ln file</numerusform>
            <numerusform>Finished: %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links</source>
        <translation>
            <numerusform>%Ln link</numerusform>
            <numerusform>%Ln links</numerusform>
        </translation>
    </message>
</context>
</TS>
