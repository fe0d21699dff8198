<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>lapwing::cli::Text</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>it is too large.</source>
        <translation>너무 큽니다.</translation>
    </message>
    <message>
        <source>The header %1 is given twice.</source>
        <translation>%1 헤더를 두 번 지정했습니다.</translation>
    </message>
    <message>
        <source>other users can read or change it; run chmod 600 on it.</source>
        <translation>다른 사용자가 읽거나 바꿀 수 있습니다. 이 파일에 chmod 600을 실행하십시오.</translation>
    </message>
    <message>
        <source>it contains no PEM certificate.</source>
        <translation>PEM 인증서가 없습니다.</translation>
    </message>
    <message>
        <source>Downloads links, many at once.
Links of the lists come first, in the order of the lists, then those given here. A link that appears twice is downloaded once.</source>
        <translation>링크를 여러 개 동시에 다운로드합니다.
목록의 링크가 목록 순서대로 먼저 오고, 여기에 직접 적은 링크가 그 뒤에 옵니다. 두 번 나오는 링크는 한 번만 다운로드합니다.</translation>
    </message>
    <message>
        <source>Measures what downloading a list in parallel gains: each round runs both ways, in random order.
No files are kept. The amount of data is shown before it starts.</source>
        <translation>목록을 동시에 다운로드하면 얼마나 빨라지는지 측정합니다. 회차마다 두 방식을 무작위 순서로 실행합니다.
파일은 남기지 않습니다. 시작하기 전에 데이터양을 표시합니다.</translation>
    </message>
    <message>
        <source>Each round downloads the whole list twice, together and one at a time, each over connections of its own. The result is the median of the rounds&apos; ratios, from six rounds on with a confidence interval of at least 95 %. Rounds that did not download the same files and bytes are not comparable, and no figure is given.

Exit status: as for get; also 3 if the result is not comparable.</source>
        <translation>회차마다 목록 전체를 함께 받기와 하나씩 받기로 두 번 다운로드하며, 각각 별도의 연결을 씁니다. 결과는 회차별 비율의 중앙값이고, 6회차부터는 신뢰도 95% 이상의 신뢰 구간도 구합니다. 받은 파일이나 바이트 수가 서로 다른 회차는 비교할 수 없으므로 수치를 내지 않습니다.

종료 상태: get과 같음. 결과를 비교할 수 없을 때도 3.</translation>
    </message>
    <message>
        <source>Finds the best number of simultaneous downloads for these servers, in rounds of several numbers.
No files are kept. The amount of data is shown before it starts.</source>
        <translation>이 서버들에 맞는 최적의 동시 다운로드 수를 찾습니다. 회차마다 여러 수를 시험합니다.
파일은 남기지 않습니다. 시작하기 전에 데이터양을 표시합니다.</translation>
    </message>
    <message>
        <source>Reads lists in any format and writes one list, without downloading anything.
- is standard input.</source>
        <translation>어떤 형식의 목록이든 읽어 목록 하나로 씁니다. 다운로드는 하지 않습니다.
-는 표준 입력입니다.</translation>
    </message>
    <message>
        <source>Writes a run document in other formats, and prints a summary.
RUN.json was written by --export RUN.json; - is standard input.</source>
        <translation>실행 문서를 다른 형식으로 쓰고 요약을 출력합니다.
RUN.json은 --export RUN.json으로 쓴 파일입니다. -는 표준 입력입니다.</translation>
    </message>
    <message>
        <source>Comparison, phases and verdicts are calculated anew from the times in the document.

Exit status: 0 everything was written, whatever the outcome of the downloads; 2 wrong usage, or the file could not be read or is not a run document; 4 this machine could not write.</source>
        <translation>비교, 단계, 판정은 문서에 있는 시각으로 다시 계산합니다.

종료 상태: 0: 다운로드 결과와 관계없이 모두 씀. 2: 잘못된 사용법이거나, 파일을 읽을 수 없거나 실행 문서가 아님. 4: 이 컴퓨터에서 쓰기 실패.</translation>
    </message>
    <message>
        <source>Compares two runs: what got slower, by how much, in which phase, and at which server.
Files are matched by their links. One of the two may be -, standard input.</source>
        <translation>두 실행을 비교합니다. 무엇이 얼마나, 어느 단계와 어느 서버에서 느려졌는지 보여 줍니다.
파일은 링크로 짝을 맞춥니다. 둘 중 하나는 표준 입력(-)이어도 됩니다.</translation>
    </message>
    <message>
        <source>Exit status: 0 all done; 1 or 3 a delivery failed; 2 wrong usage; 4 this machine could not write; 130 interrupted; 143 terminated.</source>
        <translation>종료 상태: 0: 모두 완료. 1 또는 3: 배달 실패. 2: 잘못된 사용법. 4: 이 컴퓨터에서 쓰기 실패. 130: 중단됨. 143: 종료 신호를 받음.</translation>
    </message>
    <message>
        <source>Runs the demo server alone and prints its address.
It is reachable from this machine only.</source>
        <translation>데모 서버만 실행하고 주소를 출력합니다.
이 컴퓨터에서만 접속할 수 있습니다.</translation>
    </message>
    <message>
        <source>It runs until it is interrupted. Exit status: 130 interrupted; 143 terminated; 2 wrong usage; 3 the port is in use; 4 standard output could not be written.</source>
        <translation>중단할 때까지 실행됩니다. 종료 상태: 130: 중단됨. 143: 종료 신호를 받음. 2: 잘못된 사용법. 3: 포트가 이미 쓰이고 있음. 4: 표준 출력에 쓰지 못함.</translation>
    </message>
    <message>
        <source>There is no option &apos;%1&apos;.</source>
        <translation>&apos;%1&apos; 옵션이 없습니다.</translation>
    </message>
    <message>
        <source>There is no command &apos;%1&apos;.</source>
        <translation>&apos;%1&apos; 명령이 없습니다.</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1 옵션에는 값이 필요합니다.</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>예:</translation>
    </message>
    <message>
        <source>Did you mean &apos;%1&apos;?</source>
        <translation>혹시 &apos;%1&apos;입니까?</translation>
    </message>
    <message>
        <source>Unexpected argument &apos;%1&apos;.</source>
        <translation>&apos;%1&apos; 인수는 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>사용법: %1</translation>
    </message>
    <message>
        <source>[options]</source>
        <translation>[옵션]</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>옵션:</translation>
    </message>
    <message>
        <source>Show this help and exit.</source>
        <translation>이 도움말을 표시하고 끝냅니다.</translation>
    </message>
    <message>
        <source>COMMAND [options]</source>
        <translation>COMMAND [옵션]</translation>
    </message>
    <message>
        <source>Downloads a list of links in parallel and measures how much faster that is than one at a time.</source>
        <translation>링크 목록을 동시에 다운로드하고, 하나씩 받을 때보다 얼마나 빠른지 측정합니다.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>명령:</translation>
    </message>
    <message>
        <source>Show this help and exit; after a command, the help of that command.</source>
        <translation>이 도움말을 표시하고 끝냅니다. 명령 뒤에 쓰면 그 명령의 도움말을 표시합니다.</translation>
    </message>
    <message>
        <source>Show the version and exit.</source>
        <translation>버전을 표시하고 끝냅니다.</translation>
    </message>
    <message>
        <source>Could not write to standard output.</source>
        <translation>표준 출력에 쓰지 못했습니다.</translation>
    </message>
    <message>
        <source>Try &apos;%1--help&apos;.</source>
        <translation>&apos;%1--help&apos;를 실행해 보십시오.</translation>
    </message>
    <message numerus="yes">
        <source>The list has only %n entries, so higher numbers are not tried.</source>
        <translation>
            <numerusform>목록에 항목이 %n개뿐이어서 더 큰 수는 시험하지 않습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list will be downloaded %n times</source>
        <translation>
            <numerusform>목록을 %n회 다운로드합니다</numerusform>
        </translation>
    </message>
    <message>
        <source>: %1 in all.</source>
        <translation>: 총 %1.</translation>
    </message>
    <message numerus="yes">
        <source>: %1, plus %n files of unknown size.</source>
        <translation>
            <numerusform>: %1 및 크기를 알 수 없는 파일 %n개.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each file is deleted as soon as it is complete.</source>
        <translation>각 파일은 완료되는 즉시 삭제합니다.</translation>
    </message>
    <message>
        <source>Run %1 of %2: %3 at a time.</source>
        <translation>실행 %1/%2: 동시 %3개.</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>하나씩</translation>
    </message>
    <message>
        <source>As tasks, awaited in turn</source>
        <translation>태스크로 만들어 차례로 기다리기</translation>
    </message>
    <message>
        <source>Gathered</source>
        <translation>모아서 실행(gather)</translation>
    </message>
    <message>
        <source>I/O-bound</source>
        <translation>입출력 바운드</translation>
    </message>
    <message>
        <source>CPU-bound</source>
        <translation>CPU 바운드</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>블로킹됨</translation>
    </message>
    <message>
        <source>free, with CPU-bound work on other threads</source>
        <translation>여유 있음, CPU 바운드 작업은 다른 스레드에서 실행</translation>
    </message>
    <message>
        <source>not observed</source>
        <translation>관측 안 됨</translation>
    </message>
    <message>
        <source>%1 orders.</source>
        <translation>%1: 주문합니다.</translation>
    </message>
    <message>
        <source>%1&apos;s meal is delivered after %2; %1 is eating.</source>
        <translation>%1: 시작 %2 뒤에 음식이 배달되어 먹기 시작합니다.</translation>
    </message>
    <message>
        <source>%1 has eaten; %1&apos;s bowl is collected.</source>
        <translation>%1: 다 먹어서 그릇을 수거합니다.</translation>
    </message>
    <message>
        <source>Nobody gets angry.</source>
        <translation>화내는 사람은 없습니다.</translation>
    </message>
    <message>
        <source>%1, who waited longest (%2), is the one who gets angry.</source>
        <translation>가장 오래(%2) 기다린 %1 손님이 화를 냅니다.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Waited for the delivery: %1. %2</source>
        <translation>배달을 기다린 시간: %1. %2</translation>
    </message>
    <message>
        <source>In all: %1</source>
        <translation>전체: %1</translation>
    </message>
    <message>
        <source>One at a time took %1, as tasks %2, gathered %3: all measured.</source>
        <translation>하나씩 %1, 태스크로 %2, 모아서 %3 걸렸습니다. 모두 측정한 값입니다.</translation>
    </message>
    <message>
        <source>One at a time takes as long as all meals added up; gathered takes only as long as the longest meal: %1× as fast.</source>
        <translation>하나씩 실행하면 식사 시간을 모두 더한 만큼 걸리고, 모아서 실행하면 가장 긴 식사만큼만 걸립니다. %1배 빠릅니다.</translation>
    </message>
    <message>
        <source>Three tasks awaited in turn are not the same as three calls awaited in turn: a call starts when it is awaited; a task has been running all along.</source>
        <translation>태스크 세 개를 차례로 기다리는 것과 호출 세 개를 차례로 기다리는 것은 다릅니다. 호출은 기다릴 때 시작되지만, 태스크는 그전부터 실행되고 있습니다.</translation>
    </message>
    <message>
        <source>Gathered; each meal is a call that blocks the loop</source>
        <translation>모아서 실행, 식사: 루프를 블로킹하는 호출</translation>
    </message>
    <message>
        <source>Gathered; the same call on a thread of its own</source>
        <translation>모아서 실행, 식사: 같은 호출을 별도 스레드에서 실행</translation>
    </message>
    <message>
        <source>Gathered; each meal is work that keeps the loop&apos;s CPU busy</source>
        <translation>모아서 실행, 식사: 루프의 CPU를 계속 쓰는 작업</translation>
    </message>
    <message>
        <source>Gathered; the same work on a thread of its own</source>
        <translation>모아서 실행, 식사: 같은 작업을 별도 스레드에서 실행</translation>
    </message>
    <message>
        <source>(The event loop has been blocked since %1.)</source>
        <translation>(%1 시점부터 이벤트 루프가 블로킹되어 있습니다.)</translation>
    </message>
    <message>
        <source>The loop was %1: busy for %2 of the time, on the CPU for %3, blocked for up to %4.</source>
        <translation>루프 상태: %1. 전체 시간의 %2 동안 바빴고, %3 동안 CPU를 썼으며, 최대 %4 동안 블로킹되었습니다.</translation>
    </message>
    <message>
        <source>For %1 of the time it waited for a CPU: this machine is busy.</source>
        <translation>전체 시간의 %1 동안 CPU를 기다렸습니다. 이 컴퓨터가 바쁩니다.</translation>
    </message>
    <message>
        <source>On the loop it took %1, on threads %2 (both measured).</source>
        <translation>루프에서는 %1, 스레드에서는 %2 걸렸습니다(둘 다 측정).</translation>
    </message>
    <message>
        <source>A blocking call turns concurrent work back into sequential work and starves everything else. Await something, or move the call to a thread.</source>
        <translation>블로킹 호출은 동시에 하던 작업을 다시 순차 작업으로 만들고 나머지를 모두 멈추게 합니다. await로 기다리거나 호출을 스레드로 옮기십시오.</translation>
    </message>
    <message>
        <source>Awaiting work does not make it faster. On threads it leaves the loop free and runs on as many CPUs as there are.</source>
        <translation>await로 기다린다고 작업이 빨라지지는 않습니다. 스레드로 옮기면 루프가 비고, 있는 CPU를 모두 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Expected two run documents.</source>
        <translation>실행 문서 두 개를 지정하십시오.</translation>
    </message>
    <message>
        <source>%1: it contains no run.</source>
        <translation>%1: 실행이 없습니다.</translation>
    </message>
    <message>
        <source>One at a time was not measured: %1</source>
        <translation>하나씩 받기를 측정하지 않았습니다: %1</translation>
    </message>
    <message>
        <source>the run was interrupted.</source>
        <translation>실행이 중단되었습니다.</translation>
    </message>
    <message>
        <source>nothing succeeded.</source>
        <translation>성공한 다운로드가 없습니다.</translation>
    </message>
    <message>
        <source>some files were already present, so the runs cannot be compared.</source>
        <translation>일부 파일이 이미 있어 실행을 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>Measuring one at a time: downloading %1 again.</source>
        <translation>하나씩 받기 측정: %1 분량을 다시 다운로드합니다.</translation>
    </message>
    <message>
        <source>Each file is deleted as soon as it is complete; %1 free.</source>
        <translation>각 파일은 완료되는 즉시 삭제합니다. 남은 공간 %1.</translation>
    </message>
    <message numerus="yes">
        <source>Left out because they failed: %n.</source>
        <translation>
            <numerusform>실패하여 제외: %n개.</numerusform>
        </translation>
    </message>
    <message>
        <source>--%1 must be one of %2, not &apos;%3&apos;.</source>
        <translation>--%1 값은 %2 중 하나여야 합니다(입력한 값: &apos;%3&apos;).</translation>
    </message>
    <message>
        <source>Expected a list; - is standard input.</source>
        <translation>목록을 지정하십시오. -는 표준 입력입니다.</translation>
    </message>
    <message>
        <source>--check writes no list and cannot be combined with --to.</source>
        <translation>--check는 목록을 쓰지 않으므로 --to와 함께 쓸 수 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>This format cannot contain everything the list says of %n links.</source>
        <translation>
            <numerusform>링크 %n개는 목록에 있는 정보를 이 형식에 모두 담을 수 없습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links</source>
        <translation>
            <numerusform>링크 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n lines refused</source>
        <translation>
            <numerusform>거부됨 %n줄</numerusform>
        </translation>
    </message>
    <message>
        <source>It contains no run.</source>
        <translation>실행이 없습니다.</translation>
    </message>
    <message>
        <source>Expected one run document.</source>
        <translation>실행 문서 하나를 지정하십시오.</translation>
    </message>
    <message>
        <source>The path describes the response: /wait-500/meal-5000/size-1048576/A.bin waits 500 ms, then sends 1,048,576 bytes evenly over 5,000 ms. Any part may be left out.</source>
        <translation>경로가 응답을 나타냅니다. /wait-500/meal-5000/size-1048576/A.bin은 500 ms 기다린 뒤 1,048,576바이트를 5,000 ms에 걸쳐 고르게 보냅니다. 어느 부분이든 생략할 수 있습니다.</translation>
    </message>
    <message>
        <source>Press Ctrl+C to stop.</source>
        <translation>중지하려면 Ctrl+C를 누르십시오.</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>표준 입력</translation>
    </message>
    <message>
        <source>download a list of links</source>
        <translation>링크 목록 다운로드</translation>
    </message>
    <message>
        <source>measure the gain of 12 at a time</source>
        <translation>동시 12개의 효과 측정</translation>
    </message>
    <message>
        <source>check a list, or convert it</source>
        <translation>목록 확인, 변환</translation>
    </message>
    <message>
        <source>print a run, or export it</source>
        <translation>실행 결과 출력, 내보내기</translation>
    </message>
    <message>
        <source>see what got slower, and where</source>
        <translation>느려진 것과 느려진 곳 보기</translation>
    </message>
    <message>
        <source>watch three deliveries, no network</source>
        <translation>배달 세 건 보기(네트워크 불필요)</translation>
    </message>
    <message>
        <source>Downloads links in parallel and measures how much faster that is. For example:</source>
        <translation>링크를 동시에 다운로드하고 얼마나 빨라지는지 측정합니다. 예:</translation>
    </message>
    <message>
        <source>Only one run document can go to standard output: use --json or a single --export -</source>
        <translation>표준 출력에는 실행 문서를 하나만 쓸 수 있습니다. --json 또는 --export - 하나만 쓰십시오</translation>
    </message>
    <message>
        <source>--export %1: the file name must end in %2.</source>
        <translation>--export %1: 파일 이름은 %2 중 하나로 끝나야 합니다.</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>%1: %2: %3</source>
        <translation>%1: %2: %3</translation>
    </message>
    <message>
        <source>%1, line %2: %3: %4</source>
        <translation>%1, %2번째 줄: %3: %4</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n lines (%2), for example %3: %4</source>
        <translation>
            <numerusform>%1, %n줄(%2), 예: %3: %4</numerusform>
        </translation>
    </message>
    <message>
        <source>--base: %1</source>
        <translation>--base: %1</translation>
    </message>
    <message>
        <source>%1: not used: %2</source>
        <translation>%1: 사용하지 않음: %2</translation>
    </message>
    <message>
        <source>Exit status:</source>
        <translation>종료 상태:</translation>
    </message>
    <message>
        <source>Proxies, unless --proxy names one.</source>
        <translation>프록시. --proxy로 지정하지 않았을 때 사용합니다.</translation>
    </message>
    <message>
        <source>Hosts to connect to directly.</source>
        <translation>직접 연결할 호스트.</translation>
    </message>
    <message>
        <source>The file that --netrc reads.</source>
        <translation>--netrc가 읽는 파일.</translation>
    </message>
    <message>
        <source>If it is not empty, no colours are used.</source>
        <translation>비어 있지 않으면 색을 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>List of links: text with one link per line, an aria2 input file, Metalink, CSV, JSON, an HTML page, a run document, curl commands and others (see &apos;list --help&apos;); also compressed. - is standard input. May be repeated.</source>
        <translation>링크 목록: 한 줄에 링크가 하나씩 든 텍스트, aria2 입력 파일, Metalink, CSV, JSON, HTML 페이지, 실행 문서, curl 명령 등(&apos;list --help&apos; 참고). 압축된 것도 됩니다. -는 표준 입력입니다. 여러 번 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Address of relative links and of the files in a checksum list.</source>
        <translation>상대 링크와 체크섬 목록에 든 파일의 기준 주소.</translation>
    </message>
    <message>
        <source>Expand ranges in links: [01-20], [01:20:2], {a,b}; at most 100,000 links.</source>
        <translation>링크의 범위를 펼칩니다: [01-20], [01:20:2], {a,b}. 최대 링크 100,000개.</translation>
    </message>
    <message>
        <source>Number of simultaneous downloads, 1 to 256 (default: 6).</source>
        <translation>동시 다운로드 수, 1~256(기본값: 6).</translation>
    </message>
    <message>
        <source>Maximum at a time from one host (scheme, name and port), 1 to 256 (default: the value of --at-once).</source>
        <translation>한 호스트(스킴, 이름, 포트)에서 동시에 받는 최대 수, 1~256(기본값: --at-once 값).</translation>
    </message>
    <message>
        <source>Output directory, created if missing (default: the current directory).</source>
        <translation>저장할 디렉터리. 없으면 만듭니다(기본값: 현재 디렉터리).</translation>
    </message>
    <message>
        <source>Discard the data and write no files.</source>
        <translation>데이터를 버리고 파일을 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>When a file of that name exists: number saves as &apos;name (1)&apos;, skip keeps the existing file, replace replaces it once the download is complete (default: number).</source>
        <translation>같은 이름의 파일이 있을 때: number는 &apos;name (1)&apos;로 저장하고, skip은 기존 파일을 그대로 두며, replace는 다운로드가 끝나면 기존 파일을 바꿉니다(기본값: number).</translation>
    </message>
    <message>
        <source>Expected checksum of the file: md5, sha-1, sha-224, sha-256, sha-384 or sha-512. Its digits alone are enough. With one link only.</source>
        <translation>파일이 맞아야 할 체크섬: md5, sha-1, sha-224, sha-256, sha-384, sha-512 중 하나. 16진수만 써도 됩니다. 링크가 하나일 때만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Treat files that cannot be verified as failed.</source>
        <translation>검증할 수 없는 파일을 실패로 처리합니다.</translation>
    </message>
    <message>
        <source>Maximum file size; larger downloads fail. k, M, G and T are thousands, millions and so on: 10M.</source>
        <translation>최대 파일 크기. 더 큰 다운로드는 실패합니다. k, M, G, T는 각각 천, 백만, 십억, 조입니다. 예: 10M.</translation>
    </message>
    <message>
        <source>Number of retries after a temporary error, 0 to 100 (default: 4).</source>
        <translation>일시적인 오류가 났을 때의 재시도 횟수, 0~100(기본값: 4).</translation>
    </message>
    <message>
        <source>Connection timeout in seconds, for example 0.5 (default: 30).</source>
        <translation>연결 제한 시간(초). 예: 0.5(기본값: 30).</translation>
    </message>
    <message>
        <source>Response timeout in seconds, from request to response (default: 60).</source>
        <translation>응답 제한 시간(초). 요청부터 응답까지의 시간입니다(기본값: 60).</translation>
    </message>
    <message>
        <source>Stall timeout: seconds without receiving any data (default: 30).</source>
        <translation>수신 멈춤 제한 시간: 데이터를 전혀 받지 못한 시간(초)(기본값: 30).</translation>
    </message>
    <message>
        <source>Minimum speed in bytes per second; a download slower than this for 30 s fails; 0 is no minimum (default: 100).</source>
        <translation>최소 속도(초당 바이트). 30초 동안 이보다 느린 다운로드는 실패합니다. 0은 제한 없음(기본값: 100).</translation>
    </message>
    <message>
        <source>Time of the same list one at a time: none estimates it from this run; measure downloads everything again afterwards, one at a time (default: none).</source>
        <translation>같은 목록을 하나씩 받을 때의 시간: none은 이 실행에서 추정하고, measure는 끝난 뒤 모두 하나씩 다시 다운로드합니다(기본값: none).</translation>
    </message>
    <message>
        <source>Export the run in the format of the file name&apos;s ending: {endings}; - is the run document (JSON) on standard output. May be repeated.</source>
        <translation>파일 이름의 확장자에 맞는 형식으로 실행을 내보냅니다: {endings}. -는 표준 출력에 쓰는 실행 문서(JSON)입니다. 여러 번 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Same as --export -</source>
        <translation>다음과 같습니다: --export -</translation>
    </message>
    <message>
        <source>Progress on standard error: bar, plain, json (one object per line), none, or auto: bar on a terminal, otherwise plain (default: auto).</source>
        <translation>표준 오류에 쓰는 진행 상황: bar, plain, json(한 줄에 객체 하나), none, auto 중 하나. auto는 터미널이면 bar, 아니면 plain입니다(기본값: auto).</translation>
    </message>
    <message>
        <source>Request header, sent to the host of each link and never to another host it redirects to. May be repeated.</source>
        <translation>요청 헤더. 각 링크의 호스트에만 보내고, 리디렉션된 다른 호스트에는 절대 보내지 않습니다. 여러 번 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Read user names and passwords from the file named by the variable NETRC, or from ~/.netrc. Only you may have access to it (chmod 600). A user name in a link takes precedence.</source>
        <translation>사용자 이름과 비밀번호를 환경 변수 NETRC가 가리키는 파일이나 ~/.netrc에서 읽습니다. 이 파일에는 본인만 접근할 수 있어야 합니다(chmod 600). 링크에 사용자 이름이 있으면 그것을 먼저 씁니다.</translation>
    </message>
    <message>
        <source>Load cookies from a Netscape cookies.txt file; each is sent only where it belongs.</source>
        <translation>Netscape 형식의 cookies.txt 파일에서 쿠키를 읽습니다. 각 쿠키는 해당하는 곳에만 보냅니다.</translation>
    </message>
    <message>
        <source>Ignore cookies that servers set. By default they are kept in memory until the run ends and sent where they belong. Cookies of --load-cookies are sent in either case.</source>
        <translation>서버가 설정하는 쿠키를 무시합니다. 기본적으로는 실행이 끝날 때까지 메모리에 두고 해당하는 곳에 보냅니다. --load-cookies의 쿠키는 어느 경우에나 보냅니다.</translation>
    </message>
    <message>
        <source>Proxy: http://[NAME:PASSWORD@]HOST:PORT, socks5://..., or none to connect directly (default: the environment variables http_proxy, https_proxy and all_proxy). Hosts in no_proxy are always connected to directly.</source>
        <translation>프록시: http://[NAME:PASSWORD@]HOST:PORT, socks5://... 또는 직접 연결하는 none(기본값: 환경 변수 http_proxy, https_proxy, all_proxy). no_proxy에 있는 호스트에는 항상 직접 연결합니다.</translation>
    </message>
    <message>
        <source>Additional trusted certificates (PEM).</source>
        <translation>추가로 신뢰할 인증서(PEM).</translation>
    </message>
    <message>
        <source>Show query values of links, which are otherwise hidden. Passwords stay hidden.</source>
        <translation>숨겨져 있는 링크의 쿼리 값을 표시합니다. 비밀번호는 계속 숨깁니다.</translation>
    </message>
    <message>
        <source>Requirements; exit with status 5 if one is not met: &apos;elapsed&lt;=60,p95&lt;=5,speedup&gt;=2,failed==0&apos;. Names: elapsed, p50, p90, p95, p99 and max of the downloads&apos; own times (seconds), speedup, done, unverified, failed, bytes, rate (bytes per second).</source>
        <translation>요구 조건. 하나라도 충족하지 못하면 종료 상태 5로 끝납니다: &apos;elapsed&lt;=60,p95&lt;=5,speedup&gt;=2,failed==0&apos;. 쓸 수 있는 이름: elapsed, 각 다운로드 시간의 p50, p90, p95, p99, max(초), speedup, done, unverified, failed, bytes, rate(초당 바이트).</translation>
    </message>
    <message>
        <source>Do one uncounted run of each kind first, so that DNS, TLS tickets and caches are warm (default: cold). Every run opens new connections.</source>
        <translation>각 방식을 먼저 한 번씩 실행하되 집계하지 않습니다. DNS, TLS 티켓, 캐시가 예열됩니다(기본값: 예열 없음). 연결은 실행마다 새로 엽니다.</translation>
    </message>
    <message>
        <source>Random seed for the order within the rounds.</source>
        <translation>회차 안의 순서를 정하는 난수 시드.</translation>
    </message>
    <message>
        <source>Number of rounds, 1 to 100 (default: 6, the minimum for a 95 % interval).</source>
        <translation>회차 수, 1~100(기본값: 6, 95% 신뢰 구간에 필요한 최솟값).</translation>
    </message>
    <message>
        <source>Numbers of simultaneous downloads to try, 1 to 256 each (default: 1,2,4,8,16,32). Numbers above the number of links are not tried.</source>
        <translation>시험할 동시 다운로드 수, 각각 1~256(기본값: 1,2,4,8,16,32). 링크 개수보다 큰 수는 시험하지 않습니다.</translation>
    </message>
    <message>
        <source>Number of rounds, 1 to 100 (default: 3; a 95 % interval needs 6).</source>
        <translation>회차 수, 1~100(기본값: 3, 95% 신뢰 구간을 얻으려면 6).</translation>
    </message>
    <message>
        <source>Format to write: aria2, csv, curl (commands), jsonl (JSON Lines), metalink or text (default: text).</source>
        <translation>쓸 형식: aria2, csv, curl(명령), jsonl(JSON Lines), metalink, text 중 하나(기본값: text).</translation>
    </message>
    <message>
        <source>Write no list; only report what would be refused.</source>
        <translation>목록을 쓰지 않고, 거부될 줄만 알립니다.</translation>
    </message>
    <message>
        <source>Of a run document, only the downloads that are not done.</source>
        <translation>실행 문서에서 완료되지 않은 다운로드만 씁니다.</translation>
    </message>
    <message>
        <source>Export it in the format of the file name&apos;s ending: {endings}; - is the run document (JSON) on standard output. May be repeated.</source>
        <translation>파일 이름의 확장자에 맞는 형식으로 내보냅니다: {endings}. -는 표준 출력에 쓰는 실행 문서(JSON)입니다. 여러 번 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Keep the query values of links as they are in the document. Redacted values cannot be recovered.</source>
        <translation>링크의 쿼리 값을 문서에 있는 그대로 둡니다. 지워진 값은 되살릴 수 없습니다.</translation>
    </message>
    <message>
        <source>one-at-a-time, tasks or gather; all: these three; blocking: a call that blocks the event loop; cpu: CPU-bound work on it; these two also on threads (default: all).</source>
        <translation>one-at-a-time, tasks, gather 중 하나. all은 이 셋을 모두 실행합니다. blocking은 이벤트 루프를 블로킹하는 호출, cpu는 루프에서 도는 CPU 바운드 작업이며, 둘 다 스레드로 옮겼을 때도 보여 줍니다(기본값: all).</translation>
    </message>
    <message>
        <source>Scale factor for the meals: 0.1 turns 5 s into 0.5 s; above 0, up to 10 (default: 1).</source>
        <translation>식사 시간의 배율: 0.1이면 5초가 0.5초가 됩니다. 0보다 크고 10 이하(기본값: 1).</translation>
    </message>
    <message>
        <source>Export the downloads in the format of the file name&apos;s ending: {endings}; - is the run document (JSON) on standard output; messages then go to standard error. May be repeated.</source>
        <translation>파일 이름의 확장자에 맞는 형식으로 다운로드를 내보냅니다: {endings}. -는 표준 출력에 쓰는 실행 문서(JSON)이며, 이때 메시지는 표준 오류에 씁니다. 여러 번 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Port, 0 to 65535; 0 chooses a free one (default: 0).</source>
        <translation>포트, 0~65535. 0이면 비어 있는 포트를 고릅니다(기본값: 0).</translation>
    </message>
    <message>
        <source> in %1: %2: %3</source>
        <translation> %1 후: %2: %3</translation>
    </message>
    <message>
        <source>The disk is full: all downloads are paused until space is free; nothing is lost.</source>
        <translation>디스크가 꽉 찼습니다. 공간이 생길 때까지 모든 다운로드를 일시 정지합니다. 잃은 것은 없습니다.</translation>
    </message>
    <message>
        <source>Disk space is available again: resuming.</source>
        <translation>디스크 공간이 다시 생겨 이어받습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps reporting too many requests; limiting it to %n at a time.</source>
        <translation>
            <numerusform>%1 서버가 요청이 너무 많다고 계속 응답하여 동시 %n개로 제한합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asked Lapwing to wait %2; its downloads wait until then.</source>
        <translation>%1 서버가 %2 기다리라고 요청했습니다. 이 서버의 다운로드는 그때까지 기다립니다.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>실패 %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a link but a list; write -i before it.</source>
        <translation>&apos;%1&apos;: 링크가 아니라 목록입니다. 앞에 -i를 쓰십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: %2</source>
        <translation>&apos;%1&apos;: %2</translation>
    </message>
    <message>
        <source>--null writes no files and cannot be combined with --%1.</source>
        <translation>--null은 파일을 쓰지 않으므로 --%1 옵션과 함께 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>--checksum applies to one file; use it with exactly one link.</source>
        <translation>--checksum은 파일 하나에 적용됩니다. 링크를 하나만 지정하여 쓰십시오.</translation>
    </message>
    <message>
        <source>--checksum: %1</source>
        <translation>--checksum: %1</translation>
    </message>
    <message>
        <source>--require: %1</source>
        <translation>--require: %1</translation>
    </message>
    <message>
        <source>--levels takes whole numbers from 1 to %1, separated by commas, not &apos;%2&apos;.</source>
        <translation>--levels에는 1부터 %1까지의 정수를 쉼표로 구분하여 지정하십시오(입력한 값: &apos;%2&apos;).</translation>
    </message>
    <message>
        <source>There is nothing to download.</source>
        <translation>다운로드할 것이 없습니다.</translation>
    </message>
    <message>
        <source>lapwing-cli: %1: %2 %3</source>
        <translation>lapwing-cli: %1: %2 %3</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>완료 %1</translation>
    </message>
    <message>
        <source>%1 unverified</source>
        <translation>검증 안 됨 %1</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>건너뜀 %1</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>취소됨 %1</translation>
    </message>
    <message>
        <source>%1 not started</source>
        <translation>시작 안 함 %1</translation>
    </message>
    <message>
        <source>Links: %1; %2; %3.</source>
        <translation>링크 %1개: %2; %3.</translation>
    </message>
    <message>
        <source>Unverified: %1</source>
        <translation>검증 안 됨: %1</translation>
    </message>
    <message>
        <source>Already on disk, not downloaded again: %1.</source>
        <translation>이미 디스크에 있어 다시 다운로드하지 않음: %1개.</translation>
    </message>
    <message>
        <source>Downloaded again and found unchanged: %1.</source>
        <translation>다시 다운로드했으나 바뀌지 않음: %1개.</translation>
    </message>
    <message>
        <source>Skipped because a file of that name exists: %1. The existing file was not checked.</source>
        <translation>같은 이름의 파일이 있어 건너뜀: %1개. 기존 파일은 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then run the same command again to resume.</source>
        <translation>디스크가 꽉 찼습니다. 공간을 확보한 뒤 같은 명령을 다시 실행하면 이어받습니다.</translation>
    </message>
    <message>
        <source>Stopped. Run the same command again to resume.</source>
        <translation>중지했습니다. 같은 명령을 다시 실행하면 이어받습니다.</translation>
    </message>
    <message>
        <source>%1 Files that will start over: %2; they are small, or their server does not support resuming.</source>
        <translation>%1 처음부터 다시 받을 파일: %2개. 파일이 작거나 서버가 이어받기를 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>One at a time: %1, measured.</source>
        <translation>하나씩: %1, 측정.</translation>
    </message>
    <message>
        <source>One at a time: between %1 and %2, estimated.</source>
        <translation>하나씩: %1~%2, 추정.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Together: %1.</source>
        <translation>함께: %1.</translation>
    </message>
    <message>
        <source>%1 (a file of that name exists; download discarded)</source>
        <translation>%1 (같은 이름의 파일이 있음, 받은 내용은 버림)</translation>
    </message>
    <message>
        <source>%1 (a file of that name exists; not downloaded)</source>
        <translation>%1 (같은 이름의 파일이 있음, 다운로드하지 않음)</translation>
    </message>
    <message>
        <source>%1 (already on disk)</source>
        <translation>%1 (이미 디스크에 있음)</translation>
    </message>
    <message>
        <source>%1 (%2 resumed)</source>
        <translation>%1 (%2 이어받음)</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>건너뜀</translation>
    </message>
    <message>
        <source>Stopping. Press Ctrl+C again to quit immediately.</source>
        <translation>중지하는 중입니다. 바로 끝내려면 Ctrl+C를 다시 누르십시오.</translation>
    </message>
    <message>
        <source>Duplicate links, downloaded only once: %1</source>
        <translation>중복 링크(한 번만 다운로드): %1개</translation>
    </message>
    <message>
        <source>Proxy (from the environment): %1</source>
        <translation>프록시(환경 변수): %1</translation>
    </message>
    <message>
        <source>Proxy: %1</source>
        <translation>프록시: %1</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3, not &apos;%4&apos;.</source>
        <translation>--%1에는 %2부터 %3까지의 정수를 지정하십시오(입력한 값: &apos;%4&apos;).</translation>
    </message>
    <message>
        <source>--%1 takes a number above 0, up to %2, not &apos;%3&apos;.</source>
        <translation>--%1에는 0보다 크고 %2 이하인 수를 지정하십시오(입력한 값: &apos;%3&apos;).</translation>
    </message>
    <message>
        <source>--%1 takes a number of bytes, at least %2, with k, M, G or T for thousands, millions and so on: 1500, 10k, 2G; not &apos;%3&apos;.</source>
        <translation>--%1에는 바이트 수를 %2 이상으로 지정하십시오. k, M, G, T를 붙이면 각각 천, 백만, 십억, 조 단위입니다. 예: 1500, 10k, 2G(입력한 값: &apos;%3&apos;).</translation>
    </message>
    <message>
        <source>--%1 is one of %2, not &apos;%3&apos;.</source>
        <translation>--%1 값은 %2 중 하나여야 합니다(입력한 값: &apos;%3&apos;).</translation>
    </message>
    <message>
        <source>Results go to standard output: one line for each link, then the summary. With --json, only the run document goes there.

With &apos;-i -&apos;, links are started as they come, and the run ends when standard input does. This applies to text, aria2 input files, JSON Lines and the output of apt-get --print-uris; any other list is read to its end first, as is every list of compare, sweep and --checksum.

Lines of a list that are not links are reported with the reason; the rest is downloaded, and the exit status is at least 1. An argument that is not a link is wrong usage.

Ctrl+C stops and keeps resumable partial files; press it again to quit immediately. Run the same command again to resume. Files that an earlier run completed are requested with a condition and downloaded again only if they changed on the server.

Other users of this machine can see the arguments of a running command: use a netrc file for passwords.

Exit status: 0 everything is done or already on disk, including unverified files, which are reported; 1 some downloads failed; 2 wrong usage; 3 nothing succeeded; 4 this machine could not write, including standard output and --export; 5 a requirement of --require is not met; 130 interrupted; 143 terminated. If several apply, the first of 130 and 143, 2, 4, 3, 1, 5 is used. A failed baseline is reported but does not count; neither does a reader of standard output that stops early (&apos;| head&apos;).</source>
        <translation>결과는 표준 출력에 씁니다. 링크마다 한 줄씩 쓰고 끝에 요약을 씁니다. --json을 쓰면 표준 출력에는 실행 문서만 씁니다.

&apos;-i -&apos;를 쓰면 링크가 들어오는 대로 시작하고, 표준 입력이 끝나면 실행이 끝납니다. 텍스트, aria2 입력 파일, JSON Lines, apt-get --print-uris의 출력이 그렇습니다. 그 밖의 목록과, compare, sweep, --checksum에 쓰는 목록은 먼저 끝까지 읽습니다.

목록에서 링크가 아닌 줄은 이유와 함께 알려 줍니다. 나머지는 다운로드하며, 이때 종료 상태는 적어도 1입니다. 링크가 아닌 인수는 잘못된 사용법입니다.

Ctrl+C를 누르면 이어받을 수 있는 부분 파일을 남기고 중지합니다. 한 번 더 누르면 바로 끝냅니다. 같은 명령을 다시 실행하면 이어받습니다. 이전 실행에서 완료된 파일은 조건부로 요청하며, 서버에서 바뀐 경우에만 다시 다운로드합니다.

이 컴퓨터의 다른 사용자는 실행 중인 명령의 인수를 볼 수 있습니다. 비밀번호에는 netrc 파일을 쓰십시오.

종료 상태: 0: 모두 완료되었거나 이미 디스크에 있음(검증 안 된 파일도 포함하며 따로 알림). 1: 일부 다운로드 실패. 2: 잘못된 사용법. 3: 성공한 다운로드 없음. 4: 이 컴퓨터에서 쓰기 실패(표준 출력과 --export 포함). 5: --require의 요구 조건을 충족하지 못함. 130: 중단됨. 143: 종료 신호를 받음. 여러 가지에 해당하면 130과 143, 2, 4, 3, 1, 5 순서에서 가장 앞의 것을 씁니다. 기준 측정의 실패는 알리기만 하고 반영하지 않습니다. 표준 출력을 읽는 쪽이 먼저 끝나는 것(&apos;| head&apos;)도 마찬가지입니다.</translation>
    </message>
    <message>
        <source>Explains asynchronous programs in short lessons, and runs the program of each.
Without LESSON, it lists them. No network is needed.</source>
        <translation>비동기 프로그램을 짧은 강의로 설명하고, 강의마다 그 프로그램을 실행합니다.
LESSON을 쓰지 않으면 강의 목록을 표시합니다. 네트워크는 필요 없습니다.</translation>
    </message>
    <message>
        <source>A lesson is its text, its C++ program, and a timeline of each run: a row for each coroutine, and a lane for the event loop. What is shown is measured.

The lesson &apos;number&apos; reads a number from standard input, twice.

Exit status: 0 success; 2 wrong usage, or what was typed is not a number; 3 nothing could be run; 4 standard output could not be written.</source>
        <translation>강의는 본문, C++ 프로그램, 그리고 실행마다 그리는 타임라인으로 이루어집니다. 타임라인에는 코루틴마다 한 행, 이벤트 루프에 한 줄이 있습니다. 표시하는 것은 모두 측정한 값입니다.

&apos;number&apos; 강의는 표준 입력에서 숫자를 두 번 읽습니다.

종료 상태: 0: 성공. 2: 잘못된 사용법이거나, 입력한 것이 숫자가 아님. 3: 실행할 수 있는 것이 없음. 4: 표준 출력에 쓰지 못함.</translation>
    </message>
    <message>
        <source>Shows and sets the defaults of options, and says where each comes from.
get shows one of them, set and unset change the configuration file, path tells where it is.</source>
        <translation>옵션의 기본값을 보여 주고 바꾸며, 각각 어디서 왔는지 알려 줍니다.
get은 하나를 보여 줍니다. set과 unset은 설정 파일을 바꾸고, path는 그 파일의 위치를 알려 줍니다.</translation>
    </message>
    <message>
        <source>An option on the command line takes precedence over the variable LAPWING_NAME (LAPWING_AT_ONCE for --at-once), which takes precedence over the configuration file, and the file over the built-in default. Flags are yes or no; a variable set to no (LAPWING_NETRC=no) turns off what the file turns on.

The configuration file is $XDG_CONFIG_HOME/lapwing/lapwing-cli.conf (usually in ~/.config), or the one that the variable LAPWING_CONFIG names; /dev/null is none. Each line is &apos;option = value&apos;, for example &apos;at-once = 12&apos;; the names are those of the options, and apply to each command that has the option. Lines that begin with # are not read. ~/ at the start of a path is your home directory.

Options that concern a single call (--input, --export and others) have no default, nor do headers. A proxy with a password belongs in LAPWING_PROXY: the file is plain text.

Exit status: 0 success; 2 wrong usage, or something in a variable or in the file is wrong; 4 the file or standard output could not be written.</source>
        <translation>명령줄에 쓴 옵션이 LAPWING_NAME 변수(--at-once라면 LAPWING_AT_ONCE)보다, 변수가 설정 파일보다, 설정 파일이 내장된 기본값보다 우선합니다. 켜고 끄는 옵션의 값은 yes 또는 no입니다. 변수의 값이 no이면(LAPWING_NETRC=no) 파일에서 켠 것을 끕니다.

설정 파일은 $XDG_CONFIG_HOME/lapwing/lapwing-cli.conf(보통 ~/.config 아래)이거나 LAPWING_CONFIG 변수에 지정한 파일이며, /dev/null이면 설정 파일을 쓰지 않습니다. 한 줄에 하나씩 &apos;옵션 = 값&apos;으로 씁니다(예: &apos;at-once = 12&apos;). 이름은 옵션의 이름과 같고, 그 옵션이 있는 모든 명령에 적용됩니다. #으로 시작하는 줄은 읽지 않습니다. 경로 맨 앞의 ~/는 홈 디렉터리입니다.

실행할 때마다 달라지는 것(--input, --export 등)과 헤더에는 기본값을 둘 수 없습니다. 비밀번호가 든 프록시는 LAPWING_PROXY에 넣으십시오. 설정 파일은 일반 텍스트입니다.

종료 상태: 0: 성공. 2: 잘못된 사용법이거나, 변수나 파일의 내용이 잘못됨. 4: 설정 파일이나 표준 출력에 쓰지 못함.</translation>
    </message>
    <message>
        <source>Codes of errors are in the run document, in CSV, and at the end of a run that had failures. The pages are those of the window (F1).

Exit status: 0 success; 2 there is no such topic; 4 standard output could not be written.</source>
        <translation>오류 코드는 실행 문서와 CSV에, 그리고 실패가 있었던 실행의 끝에 나옵니다. 페이지는 창의 도움말(F1)과 같습니다.

종료 상태: 0: 성공. 2: 그런 주제가 없음. 4: 표준 출력에 쓰지 못함.</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1번째 줄</translation>
    </message>
    <message>
        <source>Configuration file: %1</source>
        <translation>설정 파일: %1</translation>
    </message>
    <message>
        <source>Configuration file: %1 (not there yet)</source>
        <translation>설정 파일: %1 (아직 없음)</translation>
    </message>
    <message>
        <source>%1 is set and takes precedence.</source>
        <translation>%1 변수가 설정되어 있어 그 값이 우선합니다.</translation>
    </message>
    <message>
        <source>A value must be a single line.</source>
        <translation>값은 한 줄이어야 합니다.</translation>
    </message>
    <message>
        <source>The configuration file is plain text and no place for a password; use the variable %1.</source>
        <translation>설정 파일은 일반 텍스트라서 비밀번호를 둘 곳이 아닙니다. %1 변수를 쓰십시오.</translation>
    </message>
    <message>
        <source>The configuration file does not set %1.</source>
        <translation>설정 파일에 %1 옵션이 없습니다.</translation>
    </message>
    <message>
        <source>There is no command &apos;config %1&apos;.</source>
        <translation>&apos;config %1&apos; 명령이 없습니다.</translation>
    </message>
    <message>
        <source>Expected &apos;%1&apos;.</source>
        <translation>다음과 같이 쓰십시오: &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>Pages:</source>
        <translation>페이지:</translation>
    </message>
    <message>
        <source>Errors: the code of one, for example &apos;lapwing-cli help http-404&apos;; page &apos;errors&apos; has all of them.</source>
        <translation>오류: 오류 코드 하나를 쓰십시오. 예: &apos;lapwing-cli help http-404&apos;. &apos;errors&apos; 페이지에 모두 있습니다.</translation>
    </message>
    <message>
        <source>All errors, and which are retried: &apos;lapwing-cli help errors&apos;.</source>
        <translation>모든 오류와 재시도 여부: &apos;lapwing-cli help errors&apos;.</translation>
    </message>
    <message>
        <source>Expected one topic.</source>
        <translation>주제 하나를 지정하십시오.</translation>
    </message>
    <message>
        <source>There is no topic &apos;%1&apos;.</source>
        <translation>&apos;%1&apos; 주제가 없습니다.</translation>
    </message>
    <message>
        <source>&apos;lapwing-cli primer LESSON&apos; shows a lesson and runs its program.</source>
        <translation>&apos;lapwing-cli primer LESSON&apos;을 실행하면 그 강의를 표시하고 프로그램을 실행합니다.</translation>
    </message>
    <message>
        <source>Type a number and press Return:</source>
        <translation>숫자를 입력하고 Enter 키를 누르십시오:</translation>
    </message>
    <message>
        <source>There is no lesson &apos;%1&apos;.</source>
        <translation>&apos;%1&apos; 강의가 없습니다.</translation>
    </message>
    <message>
        <source>expected &apos;option = value&apos;, for example &apos;at-once = 12&apos;.</source>
        <translation>&apos;옵션 = 값&apos; 형식이어야 합니다. 예: &apos;at-once = 12&apos;.</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 옵션에는 값이 필요합니다.</translation>
    </message>
    <message>
        <source>this file is plain text and no place for a password; use the variable %1.</source>
        <translation>이 파일은 일반 텍스트라서 비밀번호를 둘 곳이 아닙니다. %1 변수를 쓰십시오.</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, %2번째 줄</translation>
    </message>
    <message>
        <source>the value of --at-once</source>
        <translation>--at-once의 값</translation>
    </message>
    <message>
        <source>the current directory</source>
        <translation>현재 디렉터리</translation>
    </message>
    <message>
        <source>the environment variables</source>
        <translation>환경 변수</translation>
    </message>
    <message>
        <source>random</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>6; of sweep 3</source>
        <translation>6(sweep은 3)</translation>
    </message>
    <message>
        <source>--header has no default: a header may be a secret, and is meant for the servers of one call.</source>
        <translation>--header에는 기본값을 둘 수 없습니다. 헤더는 비밀일 수 있고, 그때그때 지정하는 서버에만 필요합니다.</translation>
    </message>
    <message>
        <source>--%1 has no default: it concerns a single call.</source>
        <translation>--%1 옵션에는 기본값을 둘 수 없습니다. 실행할 때마다 달라지는 것입니다.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>--%1 is yes or no, not &apos;%2&apos;.</source>
        <translation>--%1 옵션의 값은 yes 또는 no여야 합니다(입력한 값: &apos;%2&apos;).</translation>
    </message>
    <message>
        <source>%1 (with a password)</source>
        <translation>%1 (비밀번호 있음)</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>표시하지 않음</translation>
    </message>
    <message>
        <source>learn how it works; serve the demo</source>
        <translation>원리 배우기, 데모 서버 실행</translation>
    </message>
    <message>
        <source>More:</source>
        <translation>자세한 내용:</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, %2번째 줄: %3</translation>
    </message>
    <message numerus="yes">
        <source>For %n files the list names folders outside %1; they are saved in %1 instead. Use --allow-folders to save them where the list says.</source>
        <translation>
            <numerusform>파일 %n개에 %1 밖의 폴더가 지정되어 있어 대신 이 폴더에 저장합니다. 목록에 적힌 위치에 저장하려면 --allow-folders를 쓰십시오.</numerusform>
        </translation>
    </message>
    <message>
        <source>The configuration file to be read instead.</source>
        <translation>기본 파일 대신 읽을 설정 파일.</translation>
    </message>
    <message>
        <source>Defaults of options: LAPWING_AT_ONCE is that of --at-once. They take precedence over the configuration file.</source>
        <translation>옵션의 기본값. LAPWING_AT_ONCE는 --at-once의 기본값입니다. 설정 파일보다 우선합니다.</translation>
    </message>
    <message>
        <source>Defaults of options, one in each line (at-once = 12); see lapwing-cli-config(1). Without the variable, below ~/.config.</source>
        <translation>옵션의 기본값. 한 줄에 하나씩 씁니다(at-once = 12). lapwing-cli-config(1)을 참고하십시오. 변수가 없으면 ~/.config 아래에 있습니다.</translation>
    </message>
    <message>
        <source>Save files where a list says, also outside the output directory; only for lists that you trust. By default such files are saved in the output directory.</source>
        <translation>출력 디렉터리 밖이라도 목록에 적힌 위치에 파일을 저장합니다. 신뢰하는 목록에만 쓰십시오. 쓰지 않으면 그런 파일은 출력 디렉터리에 저장합니다.</translation>
    </message>
    <message>
        <source>Scale factor for the seconds of the lesson: 0.1 turns 5 s into 0.5 s; above 0, up to 10 (default: 0.1; 1 for the lesson that asks for a number).</source>
        <translation>강의에 나오는 초의 배율: 0.1이면 5초가 0.5초가 됩니다. 0보다 크고 10 이하(기본값: 0.1, 숫자를 묻는 강의는 1).</translation>
    </message>
    <message>
        <source>More on this: %1</source>
        <translation>자세한 내용: %1</translation>
    </message>
    <message>
        <source>%1 has no effect. Did you mean &apos;%2&apos;?</source>
        <translation>%1 변수는 아무런 효과가 없습니다. 혹시 &apos;%2&apos;입니까?</translation>
    </message>
    <message numerus="yes">
        <source>%n checksums came after their links and were not checked. Put each beside its link, or give the list as a file.</source>
        <translation>
            <numerusform>체크섬 %n개가 링크보다 늦게 와서 검사하지 못했습니다. 체크섬을 링크 옆에 적거나 목록을 파일로 지정하십시오.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n links already have a different checksum, which is used instead.</source>
        <translation>
            <numerusform>%1: 링크 %n개에 이미 다른 체크섬이 있어 기존 체크섬을 사용합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Proxies in the list are ignored because of --proxy.</source>
        <translation>--proxy를 지정했으므로 목록의 프록시는 무시합니다.</translation>
    </message>
    <message>
        <source>find how many at once is best</source>
        <translation>최적의 동시 다운로드 수 찾기</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n links are paused in the list and downloaded anyway; only the window can pause them.</source>
        <translation>
            <numerusform>%1: 링크 %n개는 목록에 일시 정지로 적혀 있지만 그대로 다운로드합니다. 일시 정지는 창에서만 할 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows three deliveries in three ways: one at a time, as tasks and gathered.
It says how much faster that was. They are downloaded from a built-in server; no network is needed.</source>
        <translation>배달 세 건을 세 가지 방법으로 보여 줍니다: 하나씩, 태스크로, 모아서(gather).
얼마나 빨라지는지 알려 줍니다. 내장 서버에서 다운로드하므로 네트워크가 필요 없습니다.</translation>
    </message>
    <message>
        <source>Shows help on a topic: a command, an error or a subject.
TOPIC is a command, the code of an error (http-404), or a page of the help; without it, the topics are listed.</source>
        <translation>명령, 오류, 주제에 대한 도움말을 표시합니다.
TOPIC은 명령, 오류 코드(http-404), 도움말 페이지 중 하나입니다. 쓰지 않으면 주제의 목록을 표시합니다.</translation>
    </message>
    <message>
        <source>it is not a regular file; no configuration can be saved there.</source>
        <translation>일반 파일이 아니어서 설정을 저장할 수 없습니다.</translation>
    </message>
    <message>
        <source>The format is recognized by the content, which may be compressed (gzip, xz, zstd): text with links in it, aria2 input files and sessions, Metalink 3 and 4, CSV and other tables, JSON and JSON Lines, the transfers of KGet, HTML pages and bookmarks, run documents, curl and wget commands, &apos;apt-get --print-uris&apos;, checksum lists below an address or with --base, and link files (.url, .desktop, .webloc).

A link that appears twice is written once. Lines that are not links, columns and settings that are not used, and what the new format cannot contain are reported on standard error. User names, passwords and headers are written as they are.

Exit status: 0 every line was understood; 1 some lines were refused; 2 wrong usage, or a file could not be read or is not a list; 3 there is no link; 4 standard output could not be written.</source>
        <translation>형식은 내용을 보고 알아내며, 압축된 것(gzip, xz, zstd)도 됩니다. 링크가 든 텍스트, aria2 입력 파일과 세션, Metalink 3과 4, CSV와 그 밖의 표, JSON과 JSON Lines, KGet의 전송 목록, HTML 페이지와 북마크, 실행 문서, curl과 wget 명령, &apos;apt-get --print-uris&apos;, 목록 주소나 --base를 기준으로 하는 체크섬 목록, 링크 파일(.url, .desktop, .webloc)을 읽습니다.

두 번 나오는 링크는 한 번만 씁니다. 링크가 아닌 줄, 사용하지 않는 열과 설정, 새 형식에 담을 수 없는 정보는 표준 오류에 알립니다. 사용자 이름, 비밀번호, 헤더는 그대로 씁니다.

종료 상태: 0: 모든 줄을 이해함. 1: 일부 줄이 거부됨. 2: 잘못된 사용법이거나, 파일을 읽을 수 없거나 목록이 아님. 3: 링크 없음. 4: 표준 출력에 쓰지 못함.</translation>
    </message>
    <message>
        <source>One at a time: %1.</source>
        <translation>하나씩: %1.</translation>
    </message>
    <message>
        <source>%1: not UTF-8; its names were read as %2. If they look wrong, save the list as UTF-8.</source>
        <translation>%1: UTF-8이 아니므로 이름을 %2 인코딩으로 읽었습니다. 이름이 깨져 보이면 목록을 UTF-8로 저장하십시오.</translation>
    </message>
    <message>
        <source>First run: %1 (%2)</source>
        <translation>첫 번째 실행: %1(%2)</translation>
    </message>
    <message>
        <source>Second run: %1 (%2)</source>
        <translation>두 번째 실행: %1(%2)</translation>
    </message>
    <message>
        <source>Show the links of files too, with query values where the documents have them.</source>
        <translation>파일의 링크도 표시하며, 문서에 있으면 쿼리 값까지 표시합니다.</translation>
    </message>
    <message>
        <source>%1 (downloaded again and found unchanged)</source>
        <translation>%1 (다시 다운로드했으나 바뀌지 않음)</translation>
    </message>
    <message>
        <source>A second of the lesson takes %1 s here; with --scale 1 it runs in real time.</source>
        <translation>이 강의의 1초는 여기서 %1초입니다. --scale 1을 쓰면 실제 시간으로 실행됩니다.</translation>
    </message>
    <message>
        <source>If a document has several runs, the one that its report shows counts: of rounds, the one whose speed-up is nearest to the median; of a sweep, the one with the median time at the recommended number. The first lines say which.
Times are of the files that both runs downloaded. Where the two did not do the same work, the first sentence says why, and nothing is called faster or slower.

Exit status: 0 success, whatever the difference; 2 wrong usage, or a file could not be read or is not a run document; 4 standard output could not be written.</source>
        <translation>문서에 실행이 여러 개 있으면 보고서에 나오는 실행을 씁니다. 여러 회차를 비교한 문서에서는 속도 향상이 중앙값에 가장 가까운 회차, 최적의 수를 찾은 문서에서는 권장한 수로 실행한 것 가운데 시간이 중앙값인 실행입니다. 어느 실행인지는 첫 줄들에 나옵니다.
시간은 두 실행에서 모두 다운로드한 파일의 시간입니다. 두 실행이 한 일이 다르면 첫 문장이 그 이유를 말하고, 어느 쪽이 빠르거나 느리다고 하지 않습니다.

종료 상태: 0 차이와 관계없이 성공, 2 잘못된 사용법이거나 파일을 읽을 수 없거나 실행 문서가 아님, 4 표준 출력에 쓸 수 없음.</translation>
    </message>
    <message>
        <source>The first round tries the numbers in ascending order, later rounds in random order. If a server reports too many requests (429, 503), higher numbers are not tried. The recommended number is the smallest that is within 5 % of the best throughput, or that no other beats by more than chance.

Exit status: as for get; also 3 if no number can be recommended.</source>
        <translation>1회차에는 작은 수부터 차례로, 그다음 회차에는 무작위 순서로 시험합니다. 서버가 요청이 너무 많다고 응답하면(429, 503) 더 큰 수는 시험하지 않습니다. 권장하는 수는 최고 처리량과의 차이가 5% 이내이거나 우연으로 볼 수 없을 만큼 더 빠른 수가 없는 것 가운데 가장 작은 수입니다.

종료 상태: get과 같음. 권장할 수 있는 수가 없을 때도 3.</translation>
    </message>
</context>
<context>
    <name>lapwing::text::AccessError</name>
    <message>
        <source>Line %1 is not UTF-8.</source>
        <translation>%1번째 줄이 UTF-8이 아닙니다.</translation>
    </message>
    <message>
        <source>Line %1 has an unclosed quotation mark.</source>
        <translation>%1번째 줄에 닫히지 않은 따옴표가 있습니다.</translation>
    </message>
    <message>
        <source>Line %1: expected machine, default, login, password, account or macdef.</source>
        <translation>%1번째 줄: machine, default, login, password, account, macdef 중 하나가 와야 합니다.</translation>
    </message>
    <message>
        <source>Line %1 does not belong to a machine entry.</source>
        <translation>%1번째 줄이 어느 machine 항목에도 속하지 않습니다.</translation>
    </message>
    <message>
        <source>Line %1: the last word has no value.</source>
        <translation>%1번째 줄: 마지막 단어에 값이 없습니다.</translation>
    </message>
    <message>
        <source>Line %1: a machine has no name, or its name is not a host name.</source>
        <translation>%1번째 줄: machine에 이름이 없거나 그 이름이 호스트 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>Write the checksum as TYPE=HEX, for example sha-256=9f86d0…, or as its digits alone: 32, 40, 56, 64, 96 or 128.</source>
        <translation>체크섬은 TYPE=HEX 형식(예: sha-256=9f86d0…)이나 16진수만으로 쓰십시오. 16진수는 32, 40, 56, 64, 96, 128자리 중 하나입니다.</translation>
    </message>
    <message>
        <source>The checksum type must be md5, sha-1, sha-224, sha-256, sha-384 or sha-512.</source>
        <translation>체크섬 종류는 md5, sha-1, sha-224, sha-256, sha-384, sha-512 중 하나여야 합니다.</translation>
    </message>
    <message>
        <source>A %1 checksum has %2 hexadecimal digits; this one has %3.</source>
        <translation>%1 체크섬은 16진수 %2자리인데 입력한 값은 %3자리입니다.</translation>
    </message>
    <message>
        <source>A checksum may only contain the digits 0 to 9 and the letters a to f.</source>
        <translation>체크섬에는 숫자 0~9와 문자 a~f만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Expected seven tab-separated fields.</source>
        <translation>탭으로 구분된 필드 일곱 개가 필요합니다.</translation>
    </message>
    <message>
        <source>The first field is not a host name.</source>
        <translation>첫 번째 필드가 호스트 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>The second and fourth fields must be TRUE or FALSE.</source>
        <translation>두 번째와 네 번째 필드는 TRUE 또는 FALSE여야 합니다.</translation>
    </message>
    <message>
        <source>The third field is not a path.</source>
        <translation>세 번째 필드가 경로가 아닙니다.</translation>
    </message>
    <message>
        <source>The fifth field is not a time in seconds.</source>
        <translation>다섯 번째 필드가 초 단위의 시각이 아닙니다.</translation>
    </message>
    <message>
        <source>The name or the value contains characters that a request cannot carry.</source>
        <translation>이름이나 값에 요청에 쓸 수 없는 문자가 있습니다.</translation>
    </message>
    <message>
        <source>Write the header as “Name: value”; the name must not contain spaces or accented letters.</source>
        <translation>헤더는 “이름: 값” 형식으로 쓰십시오. 이름에는 공백이나 ASCII가 아닌 문자를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Lapwing sets the header %1 itself; another value would break a download.</source>
        <translation>%1 헤더는 Lapwing이 직접 설정합니다. 다른 값을 쓰면 다운로드할 수 없습니다.</translation>
    </message>
    <message>
        <source>The value of the header %1 contains a line break or another control character.</source>
        <translation>%1 헤더의 값에 줄바꿈이나 다른 제어 문자가 있습니다.</translation>
    </message>
    <message>
        <source>The header %1 has no value.</source>
        <translation>%1 헤더에 값이 없습니다.</translation>
    </message>
    <message>
        <source>Write the proxy as http://host:port or socks5://host:port.</source>
        <translation>프록시는 http://host:port 또는 socks5://host:port 형식으로 쓰십시오.</translation>
    </message>
    <message>
        <source>The proxy&apos;s host or port (1 to 65535) is not valid.</source>
        <translation>프록시의 호스트나 포트(1~65535)가 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>A proxy address must not contain a path or query.</source>
        <translation>프록시 주소에는 경로나 쿼리를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>A SOCKS proxy accepts user names and passwords of at most 255 bytes.</source>
        <translation>SOCKS 프록시의 사용자 이름과 비밀번호는 각각 255바이트까지만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The environment variable %1: %2</source>
        <translation>환경 변수 %1: %2</translation>
    </message>
    <message>
        <source>%1, line %2 is not a cookie: %3</source>
        <translation>%1, %2번째 줄이 쿠키가 아닙니다: %3</translation>
    </message>
</context>
<context>
    <name>lapwing::text::Amounts</name>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1바이트</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>%1 초과</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>lapwing::text::AnswerNote</name>
    <message>
        <source>The server says it has just created this (HTTP 201).</source>
        <translation>서버가 이 파일을 방금 만들었다고 응답했습니다(HTTP 201).</translation>
    </message>
    <message>
        <source>The server says it is still working on this (HTTP 202): it may not be the final file.</source>
        <translation>서버가 아직 처리 중이라고 응답했습니다(HTTP 202). 최종 파일이 아닐 수 있습니다.</translation>
    </message>
    <message>
        <source>A proxy on the way may have changed it (HTTP 203).</source>
        <translation>중간의 프록시가 내용을 바꾸었을 수 있습니다(HTTP 203).</translation>
    </message>
    <message>
        <source>The server reported an unusual kind of success (HTTP %1).</source>
        <translation>서버가 흔하지 않은 성공 상태로 응답했습니다(HTTP %1).</translation>
    </message>
    <message>
        <source>The server sent all of it as a range (HTTP 206).</source>
        <translation>서버가 전체를 범위로 보냈습니다(HTTP 206).</translation>
    </message>
    <message>
        <source>The server labelled it as encoded (%1); it was saved as sent.</source>
        <translation>서버가 인코딩된 것으로 표시했습니다(%1). 받은 그대로 저장했습니다.</translation>
    </message>
    <message>
        <source>It was requested %1 times, not %2: the network library itself repeats a request that is cut off before a response.</source>
        <translation>요청 횟수가 %2회가 아니라 %1회입니다. 응답 전에 끊긴 요청은 네트워크 라이브러리가 스스로 다시 보냅니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::text::Caption</name>
    <message>
        <source>and %1 more</source>
        <translation>외 %1개</translation>
    </message>
    <message>
        <source>and %1 more, not drawn: %2</source>
        <translation>외 %1개(그리지 않음): %2</translation>
    </message>
    <message>
        <source>%1 at once</source>
        <translation>동시 %1개</translation>
    </message>
    <message>
        <source>bars: confidence interval of the median (95 % or more)</source>
        <translation>막대: 중앙값의 신뢰 구간(95% 이상)</translation>
    </message>
    <message>
        <source>bars: slowest to fastest round (too few for a 95 % interval)</source>
        <translation>막대: 가장 느린 회차~가장 빠른 회차(회차가 적어 95% 신뢰 구간 없음)</translation>
    </message>
    <message numerus="yes">
        <source>blocked %n times, longest %1</source>
        <translation>
            <numerusform>블로킹 %n회, 최장 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>From starting the request until it is sent: connecting and TLS. Qt does not tell the two apart; the probes do.</source>
        <translation>요청을 시작한 때부터 보낼 때까지의 시간: 연결과 TLS. Qt는 둘을 구분하지 않지만 서버 확인에서는 구분합니다.</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>취소됨 %1</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>완료 %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>실패 %1</translation>
    </message>
    <message>
        <source>%1 not finished</source>
        <translation>끝나지 않음 %1</translation>
    </message>
    <message>
        <source>%1 unverified</source>
        <translation>검증 안 됨 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n downloads</source>
        <translation>
            <numerusform>다운로드 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n downloads, one at a time</source>
        <translation>
            <numerusform>다운로드 %n개, 하나씩</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n downloads, together</source>
        <translation>
            <numerusform>다운로드 %n개, 함께</numerusform>
        </translation>
    </message>
    <message>
        <source>Each run opened new connections.</source>
        <translation>실행마다 새로 연결했습니다.</translation>
    </message>
    <message>
        <source>Each round: %1.</source>
        <translation>회차별: %1.</translation>
    </message>
    <message>
        <source>Each was preceded by an uncounted warm-up run.</source>
        <translation>실행마다 집계하지 않는 예열 실행을 먼저 했습니다.</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 또는 %2</translation>
    </message>
    <message>
        <source>estimated.</source>
        <translation>추정한 값입니다.</translation>
    </message>
    <message>
        <source>expected a string.</source>
        <translation>문자열이어야 합니다.</translation>
    </message>
    <message>
        <source>expected an array.</source>
        <translation>배열이어야 합니다.</translation>
    </message>
    <message>
        <source>expected an object.</source>
        <translation>객체여야 합니다.</translation>
    </message>
    <message>
        <source>expected a date and time with a UTC offset.</source>
        <translation>UTC 오프셋이 있는 날짜와 시각이어야 합니다.</translation>
    </message>
    <message>
        <source>expected an http or https URL.</source>
        <translation>http 또는 https URL이어야 합니다.</translation>
    </message>
    <message>
        <source>expected a number that is not below 0.</source>
        <translation>0 이상의 수여야 합니다.</translation>
    </message>
    <message>
        <source>expected a number of seconds, from 0 to 52 days.</source>
        <translation>초 단위의 수(0~52일)여야 합니다.</translation>
    </message>
    <message>
        <source>expected one of: %1.</source>
        <translation>다음 중 하나여야 합니다: %1.</translation>
    </message>
    <message>
        <source>expected true or false.</source>
        <translation>true 또는 false여야 합니다.</translation>
    </message>
    <message>
        <source>expected a whole number from %1 to %2.</source>
        <translation>%1부터 %2까지의 정수여야 합니다.</translation>
    </message>
    <message>
        <source>Failures, together, %1 at a time</source>
        <translation>실패, 함께, 동시 %1개</translation>
    </message>
    <message>
        <source>With fewer than 6 rounds, “from” and “to” are the shortest and the longest seen, not a 95 % interval.</source>
        <translation>회차가 6개 미만이면 “하한”과 “상한”은 95% 신뢰 구간이 아니라 관측된 가장 짧은 시간과 가장 긴 시간입니다.</translation>
    </message>
    <message>
        <source>The file that limits the speed-up, however many downloads run at a time: %1, at most %2×.</source>
        <translation>동시 다운로드 수와 관계없이 속도 향상을 제한하는 파일: %1, 최대 %2배.</translation>
    </message>
    <message>
        <source>Gunther&apos;s law fits: contention %1, coherency %2.</source>
        <translation>Gunther의 법칙에 맞습니다: 경합 %1, 일관성 %2.</translation>
    </message>
    <message>
        <source>Dotted: Gunther&apos;s Universal Scalability Law, R² %1.</source>
        <translation>점선: Gunther의 보편 확장성 법칙, R² %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n times, %1 in all</source>
        <translation>
            <numerusform>%n회, 총 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>the id %1 appears twice.</source>
        <translation>ID가 두 번 나옵니다: %1.</translation>
    </message>
    <message>
        <source>It took %1.</source>
        <translation>%1 걸렸습니다.</translation>
    </message>
    <message>
        <source>The knee of the curve is at %1.</source>
        <translation>곡선의 무릎점은 %1입니다.</translation>
    </message>
    <message>
        <source>The knee of the curve (Kneedle) is at %1.</source>
        <translation>곡선의 무릎점(Kneedle)은 %1입니다.</translation>
    </message>
    <message>
        <source>knee: %1</source>
        <translation>무릎점: %1</translation>
    </message>
    <message>
        <source>lapwing-picture failed: %1</source>
        <translation>lapwing-picture가 실패했습니다: %1</translation>
    </message>
    <message>
        <source>lapwing-picture, which draws PNG and PDF, is not installed.</source>
        <translation>PNG와 PDF를 그리는 lapwing-picture가 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>One of its times was recorded late: the event loop was blocked until just before.</source>
        <translation>시각 중 하나가 늦게 기록되었습니다. 직전까지 이벤트 루프가 블로킹되어 있었습니다.</translation>
    </message>
    <message>
        <source>Left out because they failed: %1.</source>
        <translation>실패하여 제외: %1.</translation>
    </message>
    <message>
        <source>Left out because they failed: %1 and %2 more.</source>
        <translation>실패하여 제외: %1 외 %2개.</translation>
    </message>
    <message>
        <source>Internal consistency check (Little&apos;s law): error at most %1.</source>
        <translation>내부 일관성 검사(Little의 법칙): 오차 최대 %1.</translation>
    </message>
    <message>
        <source>Made by Lapwing %1 with Qt %2. This page loads nothing from any server.</source>
        <translation>Lapwing %1(Qt %2)에서 만들었습니다. 이 페이지는 어떤 서버에서도 데이터를 불러오지 않습니다.</translation>
    </message>
    <message>
        <source>measured, %1 at once</source>
        <translation>측정, 동시 %1개</translation>
    </message>
    <message>
        <source>Measured. Times are on a monotonic clock, from the start of the run.</source>
        <translation>측정한 값입니다. 시각은 실행 시작을 기준으로 단조 시계로 잽니다.</translation>
    </message>
    <message>
        <source>: the measured value is within that range.</source>
        <translation>: 측정값이 이 범위 안에 있습니다.</translation>
    </message>
    <message>
        <source>Together: %1. One at a time: %2. Medians, measured.</source>
        <translation>함께: %1. 하나씩: %2. 중앙값, 측정.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>never blocked for %1 ms or longer</source>
        <translation>%1 ms 이상 블로킹된 적 없음</translation>
    </message>
    <message>
        <source>There is no run.</source>
        <translation>실행이 없습니다.</translation>
    </message>
    <message>
        <source>Not observable: no time was recorded.</source>
        <translation>관측 불가: 기록된 시각이 없습니다.</translation>
    </message>
    <message>
        <source>This phase did not occur.</source>
        <translation>이 단계는 없었습니다.</translation>
    </message>
    <message>
        <source>Not comparable: %1</source>
        <translation>비교 불가: %1</translation>
    </message>
    <message>
        <source>It took time, but Qt cannot tell how much, so no figure is shown.</source>
        <translation>시간이 걸렸지만 Qt에서는 얼마나 걸렸는지 알 수 없어 수치를 표시하지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing was compared.</source>
        <translation>비교한 것이 없습니다.</translation>
    </message>
    <message>
        <source>: off by %1.</source>
        <translation>: 오차 %1.</translation>
    </message>
    <message>
        <source>One at a time: %1</source>
        <translation>하나씩: %1</translation>
    </message>
    <message>
        <source>“%1” alone takes %2, so the speed-up cannot exceed %3×.</source>
        <translation>“%1” 하나만으로 %2 걸리므로 속도 향상은 %3배를 넘을 수 없습니다.</translation>
    </message>
    <message>
        <source>One of the runs with %1 at a time.</source>
        <translation>동시 %1개로 실행한 것 중 하나.</translation>
    </message>
    <message>
        <source>%1: only the first %2 are shown. A JSON or CSV export contains all of them.</source>
        <translation>%1: 처음 %2개만 표시합니다. 전체는 JSON 또는 CSV로 내보내면 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>! marks outliers (still counted).</source>
        <translation>!는 이상치를 나타냅니다(집계에 포함).</translation>
    </message>
    <message>
        <source>%1 (a part)</source>
        <translation>%1(일부)</translation>
    </message>
    <message>
        <source>%1: %2, from %3</source>
        <translation>%1: %2, %3부터</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Summed over the downloads of the median run. A phase marked “a part” is already included in another phase. A dash means that the phase did not occur, or that its time cannot be observed.</source>
        <translation>중앙값에 해당하는 실행의 모든 다운로드를 더한 값입니다. “일부”로 표시한 단계는 이미 다른 단계에 포함되어 있습니다. 줄표는 그 단계가 없었거나 시간을 관측할 수 없음을 뜻합니다.</translation>
    </message>
    <message>
        <source>Probe of %1: %2</source>
        <translation>%1 서버 확인: %2</translation>
    </message>
    <message>
        <source>Probe of %1 (%2), not one of the downloads: DNS lookup %3, TCP %4, TLS %5.</source>
        <translation>%1 (%2) 서버 확인, 다운로드와 별개: DNS 조회 %3, TCP %4, TLS %5.</translation>
    </message>
    <message>
        <source>One separate connection to each host, made to time DNS lookup, TCP and TLS individually. It is not one of the downloads; its times may differ from theirs.</source>
        <translation>DNS 조회, TCP, TLS의 시간을 따로 재기 위해 호스트마다 한 번씩 별도로 연결한 것입니다. 다운로드가 아니므로 다운로드의 시간과 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>Proxy: %1</source>
        <translation>프록시: %1</translation>
    </message>
    <message>
        <source>proxy: %1</source>
        <translation>프록시: %1</translation>
    </message>
    <message>
        <source>The query values of links are redacted.</source>
        <translation>링크의 쿼리 값은 가렸습니다.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>%1 to %2, estimated</source>
        <translation>%1~%2, 추정</translation>
    </message>
    <message>
        <source>%1 to %2 s</source>
        <translation>%1~%2초</translation>
    </message>
    <message>
        <source>%1 to %2 saved, estimated</source>
        <translation>%1~%2 단축, 추정</translation>
    </message>
    <message>
        <source>%1 to %2, %3 % interval</source>
        <translation>%1~%2, %3% 신뢰 구간</translation>
    </message>
    <message>
        <source>%1 to %2 with %3</source>
        <translation>%1~%2, 신뢰도 %3</translation>
    </message>
    <message>
        <source>Recommended: %1 at a time.</source>
        <translation>권장: 동시 %1개.</translation>
    </message>
    <message numerus="yes">
        <source>Recommended for these servers: %n at a time.</source>
        <translation>
            <numerusform>이 서버들에 권장하는 수: 동시 %n개.</numerusform>
        </translation>
    </message>
    <message>
        <source>recommended: %1</source>
        <translation>권장: %1</translation>
    </message>
    <message>
        <source>Its start or end was recorded late, after the event loop was blocked.</source>
        <translation>이벤트 루프가 블로킹된 뒤여서 시작이나 끝이 늦게 기록되었습니다.</translation>
    </message>
    <message>
        <source>✕ refused %1</source>
        <translation>✕ 거부됨 %1</translation>
    </message>
    <message>
        <source>The connection was reused. From start to sent: %1</source>
        <translation>연결을 재사용했습니다. 시작부터 전송까지: %1</translation>
    </message>
    <message>
        <source>An open connection was reused; there was nothing to set up.</source>
        <translation>열려 있던 연결을 재사용하여 새로 연결하지 않았습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n rounds</source>
        <translation>
            <numerusform>회차 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>From the last byte until the file is safely on disk under its name.</source>
        <translation>마지막 바이트를 받은 때부터 파일이 제 이름으로 디스크에 안전하게 저장될 때까지의 시간.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>Not observable: Qt says when a request is handed to the system, not when it is on the wire.</source>
        <translation>관측 불가: Qt는 요청을 시스템에 넘긴 시각만 알려 주고 실제로 전송된 시각은 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Sums over all downloads: many ran at once, so they exceed the elapsed time</source>
        <translation>모든 다운로드의 합계: 여러 다운로드가 동시에 진행되어 경과 시간보다 큽니다</translation>
    </message>
    <message>
        <source>Throughput by number of simultaneous downloads. %1</source>
        <translation>동시 다운로드 수별 처리량. %1</translation>
    </message>
    <message>
        <source>these times are out of order.</source>
        <translation>시각의 순서가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>this is missing.</source>
        <translation>값이 없습니다.</translation>
    </message>
    <message>
        <source>This is not JSON: %1 (at byte %2).</source>
        <translation>JSON이 아닙니다: %1(바이트 위치 %2).</translation>
    </message>
    <message>
        <source>This is not a Lapwing run document.</source>
        <translation>Lapwing 실행 문서가 아닙니다.</translation>
    </message>
    <message>
        <source>This run document is of a later version, %1; Lapwing %2 reads version 1.</source>
        <translation>이 실행 문서는 상위 버전(%1)입니다. Lapwing %2에서는 버전 1을 읽습니다.</translation>
    </message>
    <message>
        <source>This is too large to be a run document.</source>
        <translation>실행 문서로는 너무 큽니다.</translation>
    </message>
    <message>
        <source>Throughput by number of simultaneous downloads</source>
        <translation>동시 다운로드 수별 처리량</translation>
    </message>
    <message>
        <source>Throughput by number of simultaneous downloads.</source>
        <translation>동시 다운로드 수별 처리량.</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, %2부터</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 더 걸림</translation>
    </message>
    <message>
        <source>%1, measured</source>
        <translation>%1, 측정</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>%1 단축</translation>
    </message>
    <message>
        <source>One row for each download, with its phases over the run&apos;s time; below them the same list one at a time. %1</source>
        <translation>다운로드마다 한 행에 실행 시간에 따른 단계를 표시하고, 그 아래에 같은 목록을 하나씩 받은 모습을 표시합니다. %1</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1배</translation>
    </message>
    <message>
        <source>Times during which servers had asked Lapwing to wait</source>
        <translation>서버가 기다리라고 요청한 시간</translation>
    </message>
    <message>
        <source>the times in this document are too large to be added up.</source>
        <translation>이 문서의 시간은 너무 커서 더할 수 없습니다.</translation>
    </message>
    <message>
        <source>Together, %1 at a time: %2</source>
        <translation>함께, 동시 %1개: %2</translation>
    </message>
    <message>
        <source>Round %1 of %2: the one closest to the median.</source>
        <translation>회차 %1/%2: 중앙값에 가장 가까운 회차.</translation>
    </message>
    <message>
        <source>The download ended without an error, but the server provided no length or checksum to verify it.</source>
        <translation>다운로드는 오류 없이 끝났지만, 서버가 길이나 체크섬을 알려 주지 않아 검증할 수 없습니다.</translation>
    </message>
    <message>
        <source>up to %1 saved, estimated</source>
        <translation>최대 %1 단축, 추정</translation>
    </message>
    <message>
        <source>version: expected a whole number from 1.</source>
        <translation>version: 1 이상의 정수여야 합니다.</translation>
    </message>
    <message>
        <source>Every download over time; hover over a row for details.</source>
        <translation>시간에 따른 모든 다운로드입니다. 자세히 보려면 행 위에 마우스를 올리십시오.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>within 5 % of the best</source>
        <translation>최고치의 5% 이내</translation>
    </message>
    <message>
        <source>The estimate from one run alone was %1</source>
        <translation>한 번의 실행으로 추정한 값은 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n files in %2.</source>
        <translation>
            <numerusform>파일 %n개 중 %1개, %2 걸렸습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Internal consistency check (Little&apos;s law): the runs were too short for it.</source>
        <translation>내부 일관성 검사(Little의 법칙): 실행이 너무 짧아 검사할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::text::Comparison</name>
    <message>
        <source>Rounds %1 and %2 did not download the same list.</source>
        <translation>%1회차와 %2회차에 다운로드한 목록이 서로 다릅니다.</translation>
    </message>
    <message>
        <source>The two runs did not download the same list.</source>
        <translation>두 실행에서 다운로드한 목록이 서로 다릅니다.</translation>
    </message>
    <message>
        <source>Together was %1× as fast (measured).</source>
        <translation>함께 받기가 %1배 빨랐습니다(측정).</translation>
    </message>
    <message>
        <source>Together was slower: %1× as fast (measured).</source>
        <translation>함께 받기가 더 느렸습니다: 속도 %1배(측정).</translation>
    </message>
    <message>
        <source>Together was no faster: %1× as fast (measured).</source>
        <translation>함께 받기가 더 빠르지 않았습니다: 속도 %1배(측정).</translation>
    </message>
    <message>
        <source>Together was %1× as fast as one at a time.</source>
        <translation>함께 받기가 하나씩 받기보다 %1배 빨랐습니다.</translation>
    </message>
    <message>
        <source>Together was slower: %1× as fast as one at a time.</source>
        <translation>함께 받기가 더 느렸습니다: 하나씩 받기에 비해 속도 %1배.</translation>
    </message>
    <message>
        <source>Together was no faster than one at a time.</source>
        <translation>함께 받기가 하나씩 받기보다 빠르지 않았습니다.</translation>
    </message>
    <message>
        <source>Together and one at a time are not comparable.</source>
        <translation>함께 받기와 하나씩 받기를 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>The list ran once each way, first together, then one at a time: caches may have been warm the second time.</source>
        <translation>목록을 먼저 함께, 다음에 하나씩 한 번씩 실행했습니다. 두 번째에는 캐시가 채워져 있었을 수 있습니다.</translation>
    </message>
    <message>
        <source>The list ran once each way, first one at a time, then together: caches may have been warm the second time.</source>
        <translation>목록을 먼저 하나씩, 다음에 함께 한 번씩 실행했습니다. 두 번째에는 캐시가 채워져 있었을 수 있습니다.</translation>
    </message>
    <message>
        <source>A server asked Lapwing to wait for a while. That time counts toward the high end only: the server might not ask when files are requested one at a time.</source>
        <translation>서버가 잠시 기다리라고 요청했습니다. 하나씩 요청하면 그러지 않을 수도 있어, 이 시간은 최댓값에만 넣었습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Median of %n rounds; six are needed for a 95 % interval.</source>
        <translation>
            <numerusform>회차 %n개의 중앙값입니다. 95% 신뢰 구간을 얻으려면 회차가 6개 필요합니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Median of %n rounds; the interval from %1 to %2 covers the true figure with %3 % confidence.</source>
        <translation>
            <numerusform>회차 %n개의 중앙값입니다. 신뢰 구간 %1~%2에 %3%의 신뢰도로 실제 값이 들어 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The interval includes 1: neither way is proven faster.</source>
        <translation>신뢰 구간에 1이 들어 있어 어느 쪽이 더 빠르다고 할 수 없습니다.</translation>
    </message>
    <message>
        <source>Together was slower: %1× as fast.</source>
        <translation>함께 받기가 더 느렸습니다: 속도 %1배.</translation>
    </message>
    <message>
        <source>Outlier, still counted: round %1.</source>
        <translation>이상치(집계에 포함): %1회차.</translation>
    </message>
    <message>
        <source>Round %1: %2</source>
        <translation>%1회차: %2</translation>
    </message>
    <message>
        <source>Together was between %1 and %2× as fast (estimated).</source>
        <translation>함께 받기의 속도는 %1~%2배였습니다(추정).</translation>
    </message>
    <message>
        <source>Together was %1 to %2× as fast as one at a time (estimated).</source>
        <translation>함께 받기의 속도는 하나씩 받기의 %1~%2배였습니다(추정).</translation>
    </message>
    <message>
        <source>From a single pair of runs: may be off by about 10 %.</source>
        <translation>한 번씩만 실행한 결과이므로 10%쯤 오차가 있을 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>For %1 of %2 files; the others were not downloaded.</source>
        <translation>
            <numerusform>파일 %2개 중 %1개를 기준으로 합니다. 나머지는 다운로드하지 못했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1× as fast</source>
        <translation>%1배 속도</translation>
    </message>
    <message>
        <source>%1–%2× as fast</source>
        <translation>%1~%2배 속도</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>더 느림</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>차이 없음</translation>
    </message>
    <message>
        <source>%1 (whole run: %2)</source>
        <translation>%1(전체 실행: %2)</translation>
    </message>
    <message>
        <source>Together was up to %1× as fast (estimated).</source>
        <translation>함께 받기의 속도는 최대 %1배였습니다(추정).</translation>
    </message>
    <message>
        <source>Together was up to %1× as fast as one at a time (estimated).</source>
        <translation>함께 받기의 속도는 하나씩 받기의 최대 %1배였습니다(추정).</translation>
    </message>
    <message>
        <source>up to %1× as fast</source>
        <translation>최대 %1배 속도</translation>
    </message>
    <message>
        <source>There is one file: together and one at a time are the same.</source>
        <translation>파일이 하나이므로 함께 받는 것과 하나씩 받는 것이 같습니다.</translation>
    </message>
    <message>
        <source>Together was %1× as fast (estimated).</source>
        <translation>함께 받기의 속도는 %1배였습니다(추정).</translation>
    </message>
    <message>
        <source>Together was %1× as fast as one at a time (estimated).</source>
        <translation>함께 받기의 속도는 하나씩 받기의 %1배였습니다(추정).</translation>
    </message>
    <message>
        <source>Probably faster</source>
        <translation>아마 더 빠름</translation>
    </message>
    <message>
        <source>Probably slower</source>
        <translation>아마 더 느림</translation>
    </message>
    <message>
        <source>Not clear yet</source>
        <translation>아직 알 수 없음</translation>
    </message>
    <message>
        <source>An estimate from the parallel run, not a measurement. Low end: every file waits the shortest time seen from its server, then downloads at the best rate seen, and the last one is saved in one file&apos;s share of the time spent saving; where the run shows that files hardly slowed each other, none is taken to be much faster alone. Too high if the server slows down under load. High end: the times of all downloads added up, and the time spent saving them; too low if the server is slower when asked one at a time.</source>
        <translation>동시 실행을 바탕으로 추정한 값이며 측정값이 아닙니다. 최솟값: 모든 파일이 그 서버에서 가장 짧았던 대기 시간만 기다린 뒤 가장 빨랐던 속도로 받고 마지막 파일은 저장에 걸린 전체 시간 중 파일 하나의 몫에 해당하는 시간에 저장되는 경우입니다. 파일들이 서로를 거의 느리게 하지 않았음이 실행에서 드러나면, 혼자 받는다고 크게 빨라지지는 않는다고 봅니다. 부하가 걸리면 느려지는 서버에서는 실제보다 큽니다. 최댓값: 모든 다운로드의 시간과 파일을 저장한 시간을 더한 값이며, 하나씩 요청하면 더 느린 서버에서는 실제보다 작습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n files had been fully or partly on disk before the parallel run.</source>
        <translation>
            <numerusform>파일 %n개 중 %1개의 전부 또는 일부가 동시 실행 전에 이미 디스크에 있었습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n files had been fully or partly on disk before the one-at-a-time run.</source>
        <translation>
            <numerusform>파일 %n개 중 %1개의 전부 또는 일부가 하나씩 받는 실행 전에 이미 디스크에 있었습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n downloads failed in the parallel run.</source>
        <translation>
            <numerusform>동시 실행에서 다운로드 %n개 중 %1개가 실패했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n downloads failed in the one-at-a-time run.</source>
        <translation>
            <numerusform>하나씩 받은 실행에서 다운로드 %n개 중 %1개가 실패했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n downloads did not finish in the parallel run.</source>
        <translation>
            <numerusform>동시 실행에서 다운로드 %n개 중 %1개가 끝나지 않았습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n downloads did not finish in the one-at-a-time run.</source>
        <translation>
            <numerusform>하나씩 받은 실행에서 다운로드 %n개 중 %1개가 끝나지 않았습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n downloads had a different size in round %2 than in round %3.</source>
        <translation>
            <numerusform>다운로드 %n개 중 %1개의 크기가 %2회차와 %3회차에서 서로 다릅니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n downloads had a different size the second time.</source>
        <translation>
            <numerusform>다운로드 %n개 중 %1개의 크기가 두 번째에 달라졌습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The files arrived too quickly to compare (in under 0.5 s).</source>
        <translation>파일이 너무 빨리(0.5초 안에) 도착해 비교할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::text::Difference</name>
    <message>
        <source>  %1 (files: %2): %3</source>
        <translation>  %1 (파일 %2개): %3</translation>
    </message>
    <message>
        <source>largest change in: %1, %2</source>
        <translation>가장 크게 변한 단계: %1, %2</translation>
    </message>
    <message>
        <source>By server, largest change first:</source>
        <translation>서버별, 변화가 큰 순서:</translation>
    </message>
    <message>
        <source>  and %1 more</source>
        <translation>  외 %1개</translation>
    </message>
    <message>
        <source>By file, largest change first:</source>
        <translation>파일별, 변화가 큰 순서:</translation>
    </message>
    <message>
        <source>largest change in: %1</source>
        <translation>가장 크게 변한 단계: %1</translation>
    </message>
    <message>
        <source>One run downloaded together; the other downloaded one at a time.</source>
        <translation>한 실행은 함께, 다른 실행은 하나씩 다운로드했습니다.</translation>
    </message>
    <message>
        <source>The first run downloaded %1 at a time, the second %2.</source>
        <translation>첫 번째 실행은 동시 %1개, 두 번째 실행은 동시 %2개로 다운로드했습니다.</translation>
    </message>
    <message>
        <source>Only one of the runs wrote files.</source>
        <translation>파일을 저장한 실행은 둘 중 하나뿐입니다.</translation>
    </message>
    <message>
        <source>One of the runs was stopped.</source>
        <translation>두 실행 중 하나가 중지되었습니다.</translation>
    </message>
    <message>
        <source>Downloads failed: %1 in the first, %2 in the second.</source>
        <translation>실패한 다운로드: 첫 번째 %1개, 두 번째 %2개.</translation>
    </message>
    <message>
        <source>Files with a different number of bytes: %1.</source>
        <translation>바이트 수가 다른 파일: %1개.</translation>
    </message>
    <message>
        <source>Files that were already on disk, at least in part, before one of the runs: %1.</source>
        <translation>두 실행 중 하나의 시작 전에 전부 또는 일부가 이미 디스크에 있던 파일: %1개.</translation>
    </message>
    <message>
        <source>Elapsed: %1</source>
        <translation>경과 시간: %1</translation>
    </message>
    <message>
        <source>Files only in the first run: %1; only in the second: %2.</source>
        <translation>첫 번째 실행에만 있는 파일: %1개, 두 번째 실행에만 있는 파일: %2개.</translation>
    </message>
    <message>
        <source>The runs have no link in common, so they cannot be compared.</source>
        <translation>두 실행에 같은 링크가 없어 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 The first took %2, the second %3.</source>
        <translation>%1 첫 번째 실행은 %2, 두 번째 실행은 %3 걸렸습니다.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a time in one run and in the other</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a file and its link</comment>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>The files took about the same time in both runs: %1 and %2.</source>
        <translation>두 실행에서 파일을 받는 데 걸린 시간이 거의 같습니다: %1, %2.</translation>
    </message>
    <message>
        <source>The files took %1 in the second run, %2 longer than in the first.</source>
        <translation>두 번째 실행에서 파일을 받는 데 %1 걸려 첫 번째보다 %2 더 걸렸습니다.</translation>
    </message>
    <message>
        <source>The files took %1 in the second run, %2 less than in the first.</source>
        <translation>두 번째 실행에서 파일을 받는 데 %1 걸려 첫 번째보다 %2 덜 걸렸습니다.</translation>
    </message>
    <message numerus="yes">
        <source>That is the time of the %Ln files that came in both runs; the whole runs took %1 and %2.</source>
        <translation>
            <numerusform>두 실행에서 모두 받은 파일 %Ln개의 시간이며, 실행 전체는 %1, %2 걸렸습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Apart from the time in the queue, the largest change is in %1: from %2 to %3, summed over the files.</source>
        <translation>대기열에 있던 시간을 빼면 변화가 가장 큰 것은 “%1” 단계로, 파일 합계가 %2에서 %3로 바뀌었습니다.</translation>
    </message>
    <message>
        <source>The largest change is in %1: from %2 to %3, summed over the files.</source>
        <translation>변화가 가장 큰 것은 “%1” 단계로, 파일 합계가 %2에서 %3로 바뀌었습니다.</translation>
    </message>
    <message>
        <source>It is largest at %1.</source>
        <comment>a change, at a server</comment>
        <translation>변화가 가장 큰 서버는 %1입니다.</translation>
    </message>
    <message>
        <source>No file came in both runs, so they cannot be compared.</source>
        <translation>두 실행에서 모두 받은 파일이 없어 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 (%2×)</source>
        <comment>a change, and how many times as long</comment>
        <translation>%1(%2배)</translation>
    </message>
    <message>
        <source>By phase, summed over the files that both runs downloaded:</source>
        <translation>단계별, 두 실행에서 모두 다운로드한 파일의 합계:</translation>
    </message>
    <message numerus="yes">
        <source>The first run did not finish %1 of %Ln downloads.</source>
        <translation>
            <numerusform>첫 번째 실행에서 다운로드 %Ln개 가운데 %1개가 끝나지 않았습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first run found %1 of %Ln files fully or partly on disk.</source>
        <translation>
            <numerusform>첫 번째 실행 전에 파일 %Ln개 가운데 %1개의 전부나 일부가 디스크에 있었습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first run did not download %Ln files that came in the second.</source>
        <translation>
            <numerusform>두 번째 실행에서 받은 파일 %Ln개를 첫 번째 실행에서는 받지 못했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The second run did not finish %1 of %Ln downloads.</source>
        <translation>
            <numerusform>두 번째 실행에서 다운로드 %Ln개 가운데 %1개가 끝나지 않았습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The second run found %1 of %Ln files fully or partly on disk.</source>
        <translation>
            <numerusform>두 번째 실행 전에 파일 %Ln개 가운데 %1개의 전부나 일부가 디스크에 있었습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The second run did not download %Ln files that came in the first.</source>
        <translation>
            <numerusform>첫 번째 실행에서 받은 파일 %Ln개를 두 번째 실행에서는 받지 못했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files had a different size in the second run.</source>
        <translation>
            <numerusform>두 번째 실행에서 파일 %Ln개의 크기가 달랐습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two cannot be compared.</source>
        <translation>두 실행을 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>Changes of the number at once while it ran: %1 in the first, %2 in the second.</source>
        <translation>실행하는 동안 동시 다운로드 수를 바꾼 횟수: 첫 번째 실행 %1번, 두 번째 실행 %2번.</translation>
    </message>
    <message numerus="yes">
        <source>Elapsed, of the %Ln files that both downloaded: %1</source>
        <translation>
            <numerusform>양쪽에서 다운로드한 파일 %Ln개의 경과 시간: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::text::Evidence</name>
    <message>
        <source>Waiting for responses, share of all downloads&apos; time</source>
        <translation>응답 대기, 모든 다운로드 시간 중 비중</translation>
    </message>
    <message>
        <source>Connecting, share of all downloads&apos; time</source>
        <translation>연결, 모든 다운로드 시간 중 비중</translation>
    </message>
    <message>
        <source>Receiving, share of all downloads&apos; time</source>
        <translation>수신, 모든 다운로드 시간 중 비중</translation>
    </message>
    <message>
        <source>Waiting for the disk, share of all downloads&apos; time</source>
        <translation>디스크 대기, 모든 다운로드 시간 중 비중</translation>
    </message>
    <message>
        <source>Only saving, share of the run</source>
        <translation>저장만 한 시간, 실행 중 비중</translation>
    </message>
    <message>
        <source>Active downloads, mean</source>
        <translation>진행 중인 다운로드 수, 평균</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>처리량</translation>
    </message>
    <message>
        <source>Responses that reported too many requests</source>
        <translation>요청이 너무 많다는 응답</translation>
    </message>
    <message>
        <source>Waiting after those, added up</source>
        <translation>그 뒤에 기다린 시간, 합계</translation>
    </message>
    <message>
        <source>Other failed attempts</source>
        <translation>그 밖에 실패한 시도</translation>
    </message>
    <message>
        <source>Speed of each download, median</source>
        <translation>다운로드별 속도, 중앙값</translation>
    </message>
    <message>
        <source>Wait of each download, median</source>
        <translation>다운로드별 응답 대기, 중앙값</translation>
    </message>
    <message>
        <source>Speed of each download against their number, exponent</source>
        <translation>동시 수에 대한 다운로드별 속도, 지수</translation>
    </message>
    <message>
        <source>Wait of each download against their number, exponent</source>
        <translation>동시 수에 대한 다운로드별 응답 대기, 지수</translation>
    </message>
    <message>
        <source>Time that more at once would save, at least</source>
        <translation>동시에 더 많이 받을 때 단축되는 시간, 최소</translation>
    </message>
    <message>
        <source>With so many at once</source>
        <translation>그때의 동시 다운로드 수</translation>
    </message>
    <message>
        <source>Event loop busy</source>
        <translation>이벤트 루프 사용</translation>
    </message>
    <message>
        <source>Event loop blocked</source>
        <translation>이벤트 루프 블로킹</translation>
    </message>
    <message>
        <source>Event loop on the CPU</source>
        <translation>이벤트 루프의 CPU 사용</translation>
    </message>
    <message>
        <source>All threads on the CPU (100 % is one core)</source>
        <translation>모든 스레드의 CPU 사용(100%는 코어 하나)</translation>
    </message>
</context>
<context>
    <name>lapwing::text::Failure</name>
    <message>
        <source>The server&apos;s name could not be found.</source>
        <translation>서버 이름을 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>Check the link for typos and make sure this computer is online.</source>
        <translation>링크에 오타가 없는지, 이 컴퓨터가 인터넷에 연결되어 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>The server refused the connection.</source>
        <translation>서버가 연결을 거부했습니다.</translation>
    </message>
    <message>
        <source>Check the link and its port, or try again later.</source>
        <translation>링크와 포트를 확인하거나 나중에 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The server cannot be reached from this network.</source>
        <translation>이 네트워크에서 서버에 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>Make sure this computer is online, and check its proxy or VPN.</source>
        <translation>이 컴퓨터가 인터넷에 연결되어 있는지, 프록시나 VPN 설정이 맞는지 확인하십시오.</translation>
    </message>
    <message>
        <source>The connection was closed before the file was complete.</source>
        <translation>파일을 다 받기 전에 연결이 끊겼습니다.</translation>
    </message>
    <message>
        <source>Try again; if it keeps happening, download fewer at once.</source>
        <translation>다시 시도하십시오. 계속되면 동시 다운로드 수를 줄이십시오.</translation>
    </message>
    <message>
        <source>Connecting to the server timed out.</source>
        <translation>서버에 연결하는 중 시간이 초과되었습니다.</translation>
    </message>
    <message>
        <source>The server or the network on the way to it is overloaded or blocked. Try again later.</source>
        <translation>서버나 중간 네트워크가 과부하 상태이거나 막혀 있습니다. 나중에 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The server accepted the request but did not respond in time.</source>
        <translation>서버가 요청을 받았지만 제한 시간 안에 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>Try again later, or download fewer at once.</source>
        <translation>나중에 다시 시도하거나 동시 다운로드 수를 줄이십시오.</translation>
    </message>
    <message>
        <source>The server stopped sending in the middle of the file.</source>
        <translation>서버가 파일을 보내다가 멈추었습니다.</translation>
    </message>
    <message>
        <source>A secure connection could not be established.</source>
        <translation>보안 연결을 맺지 못했습니다.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time. If the server&apos;s certificate is from a private certificate authority, add that authority&apos;s certificate.</source>
        <translation>이 컴퓨터의 날짜와 시각을 확인하십시오. 사설 인증 기관에서 발급한 서버 인증서라면 그 기관의 인증서를 추가하십시오.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time. If the server&apos;s certificate is from a private certificate authority, add that authority&apos;s certificate in Settings.</source>
        <translation>이 컴퓨터의 날짜와 시각을 확인하십시오. 사설 인증 기관에서 발급한 서버 인증서라면 설정에서 그 기관의 인증서를 추가하십시오.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time. If the server&apos;s certificate is from a private certificate authority, add that authority&apos;s certificate with --ca-certificate.</source>
        <translation>이 컴퓨터의 날짜와 시각을 확인하십시오. 사설 인증 기관에서 발급한 서버 인증서라면 --ca-certificate로 그 기관의 인증서를 추가하십시오.</translation>
    </message>
    <message>
        <source>The server responded without an error, but sent no file.</source>
        <translation>서버가 오류 없이 응답했지만 파일을 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>Open the link in a browser to see what it leads to.</source>
        <translation>링크를 브라우저에서 열어 어디로 연결되는지 확인하십시오.</translation>
    </message>
    <message>
        <source>The server&apos;s response is not valid HTTP.</source>
        <translation>서버의 응답이 올바른 HTTP가 아닙니다.</translation>
    </message>
    <message>
        <source>Check that a web server listens on this port. Retrying is unlikely to help.</source>
        <translation>이 포트에서 웹 서버가 실행 중인지 확인하십시오. 다시 시도해도 나아지지 않을 가능성이 큽니다.</translation>
    </message>
    <message>
        <source>The server at this port does not speak HTTP.</source>
        <translation>이 포트의 서버는 HTTP를 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>Check the port of the link.</source>
        <translation>링크의 포트를 확인하십시오.</translation>
    </message>
    <message>
        <source>The server sent a different part of the file than requested.</source>
        <translation>서버가 요청한 것과 다른 부분을 보냈습니다.</translation>
    </message>
    <message>
        <source>The server, or a cache in front of it, is faulty. Try again later.</source>
        <translation>서버나 그 앞의 캐시에 문제가 있습니다. 나중에 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The server sent the file compressed although it was asked not to.</source>
        <translation>압축하지 말라고 요청했지만 서버가 파일을 압축하여 보냈습니다.</translation>
    </message>
    <message>
        <source>What arrived is not the file itself. Try another mirror.</source>
        <translation>받은 것은 원래 파일이 아닙니다. 다른 미러를 이용하십시오.</translation>
    </message>
    <message>
        <source>The download is not the size that the server announced.</source>
        <translation>받은 파일의 크기가 서버가 알려 준 크기와 다릅니다.</translation>
    </message>
    <message>
        <source>Try again; if it keeps happening, the file on the server is faulty.</source>
        <translation>다시 시도하십시오. 계속되면 서버의 파일에 문제가 있습니다.</translation>
    </message>
    <message>
        <source>The server redirected this link too many times.</source>
        <translation>서버가 이 링크를 너무 여러 번 리디렉션했습니다.</translation>
    </message>
    <message>
        <source>It is probably a redirect loop. Look for another link.</source>
        <translation>리디렉션 순환일 가능성이 큽니다. 다른 링크를 찾으십시오.</translation>
    </message>
    <message>
        <source>The server redirected this link to an address that cannot be followed.</source>
        <translation>서버가 이 링크를 따라갈 수 없는 주소로 리디렉션했습니다.</translation>
    </message>
    <message>
        <source>The server redirected this link to an address that is not safe to follow.</source>
        <translation>서버가 이 링크를 안전하지 않은 주소로 리디렉션했습니다.</translation>
    </message>
    <message>
        <source>The redirect leads from https to http, or to something that is not a web server. If you trust that address, add it as a link.</source>
        <translation>https에서 http로, 또는 웹 서버가 아닌 곳으로 리디렉션됩니다. 그 주소를 신뢰한다면 링크로 추가하십시오.</translation>
    </message>
    <message>
        <source>The proxy could not be reached or refused the request.</source>
        <translation>프록시에 연결할 수 없거나 프록시가 요청을 거부했습니다.</translation>
    </message>
    <message>
        <source>Check the address of the proxy, then the link: it is the proxy that looks up the link&apos;s server.</source>
        <translation>먼저 프록시의 주소를, 다음에 링크를 확인하십시오. 링크의 서버는 프록시가 찾습니다.</translation>
    </message>
    <message>
        <source>Check the proxy in Settings, or in the environment variables that name one, then the link: it is the proxy that looks up the link&apos;s server.</source>
        <translation>먼저 설정 또는 환경 변수에 지정한 프록시를, 다음에 링크를 확인하십시오. 링크의 서버는 프록시가 찾습니다.</translation>
    </message>
    <message>
        <source>Check the proxy (--proxy, or the environment variables that name one), then the link: it is the proxy that looks up the link&apos;s server.</source>
        <translation>먼저 프록시(--proxy 또는 환경 변수)를, 다음에 링크를 확인하십시오. 링크의 서버는 프록시가 찾습니다.</translation>
    </message>
    <message>
        <source>The proxy requires a user name and password; none were sent, or they were wrong.</source>
        <translation>프록시에 사용자 이름과 비밀번호가 필요합니다. 보내지 않았거나 틀렸습니다.</translation>
    </message>
    <message>
        <source>Add the user name and password to the address of the proxy.</source>
        <translation>프록시 주소에 사용자 이름과 비밀번호를 추가하십시오.</translation>
    </message>
    <message>
        <source>Enter the user name and password of the proxy in Settings, or in the environment variable that names it.</source>
        <translation>프록시의 사용자 이름과 비밀번호를 설정에 입력하거나, 프록시를 지정한 환경 변수에 넣으십시오.</translation>
    </message>
    <message>
        <source>Write them into the address: --proxy http://name:password@host:port, or the environment variable that names the proxy.</source>
        <translation>주소에 넣으십시오: --proxy http://name:password@host:port 또는 프록시를 지정한 환경 변수.</translation>
    </message>
    <message>
        <source>The server requires an authentication method that Lapwing does not support (HTTP 401).</source>
        <translation>서버가 Lapwing에서 지원하지 않는 인증 방식을 요구합니다(HTTP 401).</translation>
    </message>
    <message>
        <source>Lapwing supports Basic and Digest; the details show what the server asked for. A token can be sent in a header.</source>
        <translation>Lapwing은 Basic과 Digest를 지원합니다. 서버가 요구한 방식은 세부 정보에 있습니다. 토큰은 헤더로 보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>Lapwing supports Basic and Digest; the details show what the server asked for. A token can be sent in a header (Settings, Servers).</source>
        <translation>Lapwing은 Basic과 Digest를 지원합니다. 서버가 요구한 방식은 세부 정보에 있습니다. 토큰은 헤더(설정의 “서버”)로 보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>Lapwing supports Basic and Digest; the details show what the server asked for. A token can be sent with --header.</source>
        <translation>Lapwing은 Basic과 Digest를 지원합니다. 서버가 요구한 방식은 세부 정보에 있습니다. 토큰은 --header로 보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>The download was slower than the minimum speed.</source>
        <translation>다운로드가 최소 속도보다 느렸습니다.</translation>
    </message>
    <message>
        <source>Try again later, or lower the minimum speed.</source>
        <translation>나중에 다시 시도하거나 최소 속도를 낮추십시오.</translation>
    </message>
    <message>
        <source>The file is larger than you allowed.</source>
        <translation>파일이 허용한 크기보다 큽니다.</translation>
    </message>
    <message>
        <source>Allow a larger size if you want it.</source>
        <translation>이 파일을 받으려면 더 큰 크기를 허용하십시오.</translation>
    </message>
    <message>
        <source>The downloaded file does not match the checksum.</source>
        <translation>다운로드한 파일이 체크섬과 일치하지 않습니다.</translation>
    </message>
    <message>
        <source>Check the checksum; if it is right, do not trust this source.</source>
        <translation>체크섬을 확인하십시오. 체크섬이 맞다면 이 출처를 믿지 마십시오.</translation>
    </message>
    <message>
        <source>The file is not the size that the list says.</source>
        <translation>파일의 크기가 목록에 적힌 크기와 다릅니다.</translation>
    </message>
    <message>
        <source>Check the list; if it is right, do not trust this source.</source>
        <translation>목록을 확인하십시오. 목록이 맞다면 이 출처를 믿지 마십시오.</translation>
    </message>
    <message>
        <source>The file cannot be verified as complete, and you chose to treat such files as failed.</source>
        <translation>파일이 완전한지 검증할 수 없으며, 그런 파일을 실패로 처리하도록 설정되어 있습니다.</translation>
    </message>
    <message>
        <source>Give a checksum, or allow unverified files.</source>
        <translation>체크섬을 지정하거나 검증되지 않은 파일을 허용하십시오.</translation>
    </message>
    <message>
        <source>There is no space left for the file.</source>
        <translation>파일을 저장할 공간이 없습니다.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder, then try again.</source>
        <translation>공간을 확보하거나 다른 폴더를 선택한 뒤 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The chosen download folder is a file.</source>
        <translation>다운로드 폴더로 선택한 것이 폴더가 아니라 파일입니다.</translation>
    </message>
    <message>
        <source>Choose a folder, or another name for a new one.</source>
        <translation>폴더를 선택하거나, 새 폴더에 다른 이름을 지정하십시오.</translation>
    </message>
    <message>
        <source>This folder cannot be created: part of its path is a file.</source>
        <translation>이 폴더를 만들 수 없습니다. 경로의 일부가 파일입니다.</translation>
    </message>
    <message>
        <source>Choose a folder whose path does not contain a file.</source>
        <translation>경로에 파일이 들어 있지 않은 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>The list asks for a folder outside the chosen download folder.</source>
        <translation>목록에 선택한 다운로드 폴더 밖의 폴더가 지정되어 있습니다.</translation>
    </message>
    <message>
        <source>Change the folder in the list, or choose a download folder that contains it.</source>
        <translation>목록의 폴더를 바꾸거나, 그 폴더를 포함하는 다운로드 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>A folder with the same name as this file already exists.</source>
        <translation>이 파일과 이름이 같은 폴더가 이미 있습니다.</translation>
    </message>
    <message>
        <source>Rename that folder, or have the file numbered.</source>
        <translation>폴더의 이름을 바꾸거나, 파일에 번호를 붙이게 하십시오.</translation>
    </message>
    <message>
        <source>Rename that folder, or have the file numbered (Settings, Files).</source>
        <translation>폴더의 이름을 바꾸거나, 파일에 번호를 붙이게 하십시오(설정의 “파일”).</translation>
    </message>
    <message>
        <source>Rename that folder, or have the file numbered with --conflict number.</source>
        <translation>폴더의 이름을 바꾸거나, --conflict number로 파일에 번호를 붙이게 하십시오.</translation>
    </message>
    <message>
        <source>The file is larger than the whole disk.</source>
        <translation>파일이 디스크 전체보다 큽니다.</translation>
    </message>
    <message>
        <source>Check the link, or choose a folder on a larger disk.</source>
        <translation>링크를 확인하거나 더 큰 디스크의 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>You do not have permission to write this folder or file.</source>
        <translation>이 폴더나 파일에 쓸 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Choose another folder, or change its permissions.</source>
        <translation>다른 폴더를 선택하거나 권한을 바꾸십시오.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>파일을 쓰지 못했습니다.</translation>
    </message>
    <message>
        <source>Check the disk, or choose another folder.</source>
        <translation>디스크를 확인하거나 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>The file was downloaded, but is no longer there.</source>
        <translation>파일을 다운로드했지만 지금은 없습니다.</translation>
    </message>
    <message>
        <source>Download it again, or look for it where it was moved to.</source>
        <translation>다시 다운로드하거나, 옮긴 위치에서 찾으십시오.</translation>
    </message>
    <message>
        <source>Press Retry to download it again, or look for it where it was moved to.</source>
        <translation>다시 다운로드하려면 “다시 시도”를 누르십시오. 파일을 옮겼다면 옮긴 위치에서 찾으십시오.</translation>
    </message>
    <message>
        <source>The file is no longer the one that was downloaded.</source>
        <translation>파일이 다운로드한 것과 다릅니다.</translation>
    </message>
    <message>
        <source>If nobody changed it on purpose, download it again; the changed file stays.</source>
        <translation>일부러 바꾼 것이 아니라면 다시 다운로드하십시오. 바뀐 파일은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>If nobody changed it on purpose, press Retry to download it again; the changed file stays.</source>
        <translation>일부러 바꾼 것이 아니라면 “다시 시도”를 눌러 다시 다운로드하십시오. 바뀐 파일은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>It was stopped before it was complete.</source>
        <translation>완료되기 전에 중지되었습니다.</translation>
    </message>
    <message>
        <source>Start it again when you want it.</source>
        <translation>필요할 때 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Something went wrong inside Lapwing.</source>
        <translation>Lapwing 내부에서 문제가 발생했습니다.</translation>
    </message>
    <message>
        <source>This is a bug. Please report it with its details.</source>
        <translation>Lapwing의 버그입니다. 세부 정보와 함께 알려 주십시오.</translation>
    </message>
    <message>
        <source>The server did not understand the request (HTTP %1).</source>
        <translation>서버가 요청을 이해하지 못했습니다(HTTP %1).</translation>
    </message>
    <message>
        <source>Check the link; retrying is unlikely to help.</source>
        <translation>링크를 확인하십시오. 다시 시도해도 나아지지 않을 가능성이 큽니다.</translation>
    </message>
    <message>
        <source>The server requires a user name and password; none were sent, or they were wrong (HTTP %1).</source>
        <translation>서버에 사용자 이름과 비밀번호가 필요합니다. 보내지 않았거나 틀렸습니다(HTTP %1).</translation>
    </message>
    <message>
        <source>Put them into the link (https://name:password@server/file) or ~/.netrc, or send a header.</source>
        <translation>링크(https://name:password@server/file)나 ~/.netrc에 넣거나 헤더로 보내십시오.</translation>
    </message>
    <message>
        <source>Put them into the link (https://name:password@server/file), or use ~/.netrc or a header (Settings, Servers).</source>
        <translation>링크(https://name:password@server/file)에 넣거나 ~/.netrc 또는 헤더(설정의 “서버”)를 사용하십시오.</translation>
    </message>
    <message>
        <source>Put them into the link (https://name:password@server/file), or use --netrc or --header.</source>
        <translation>링크(https://name:password@server/file)에 넣거나 --netrc 또는 --header를 사용하십시오.</translation>
    </message>
    <message>
        <source>The server does not allow access to this file (HTTP %1).</source>
        <translation>서버가 이 파일에 대한 접근을 허용하지 않습니다(HTTP %1).</translation>
    </message>
    <message>
        <source>The link may have expired: get a new one. Or it may need a login: use a browser&apos;s cookies, ~/.netrc or a header.</source>
        <translation>링크가 만료되었을 수 있으니 새 링크를 받으십시오. 로그인이 필요하다면 브라우저의 쿠키, ~/.netrc 또는 헤더를 사용하십시오.</translation>
    </message>
    <message>
        <source>The link may have expired: get a new one. Or it may need a login: use a browser&apos;s cookies, ~/.netrc or a header (Settings, Servers).</source>
        <translation>링크가 만료되었을 수 있으니 새 링크를 받으십시오. 로그인이 필요하다면 브라우저의 쿠키, ~/.netrc 또는 헤더를 사용하십시오(설정의 “서버”).</translation>
    </message>
    <message>
        <source>The link may have expired: get a new one. Or it may need a login: use --load-cookies, --netrc or --header.</source>
        <translation>링크가 만료되었을 수 있으니 새 링크를 받으십시오. 로그인이 필요하다면 --load-cookies, --netrc 또는 --header를 사용하십시오.</translation>
    </message>
    <message>
        <source>The server says this file does not exist (HTTP %1).</source>
        <translation>서버에 이 파일이 없습니다(HTTP %1).</translation>
    </message>
    <message>
        <source>The proxy requires a user name and password; none were sent, or they were wrong (HTTP %1).</source>
        <translation>프록시에 사용자 이름과 비밀번호가 필요합니다. 보내지 않았거나 틀렸습니다(HTTP %1).</translation>
    </message>
    <message>
        <source>The server timed out waiting for the request (HTTP %1).</source>
        <translation>서버가 요청을 기다리다가 시간이 초과되었습니다(HTTP %1).</translation>
    </message>
    <message>
        <source>Try again, or download fewer at once.</source>
        <translation>다시 시도하거나 동시 다운로드 수를 줄이십시오.</translation>
    </message>
    <message>
        <source>The server says this file has been removed permanently (HTTP %1).</source>
        <translation>이 파일은 서버에서 영구히 삭제되었습니다(HTTP %1).</translation>
    </message>
    <message>
        <source>Look for another source; trying again will not help.</source>
        <translation>다른 출처를 찾으십시오. 다시 시도해도 소용없습니다.</translation>
    </message>
    <message>
        <source>The server does not have the requested part of this file (HTTP %1).</source>
        <translation>서버에 이 파일의 요청한 부분이 없습니다(HTTP %1).</translation>
    </message>
    <message>
        <source>The file has changed on the server. Start it again from the beginning.</source>
        <translation>서버의 파일이 바뀌었습니다. 처음부터 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>The server reports too many requests (HTTP %1).</source>
        <translation>서버가 요청이 너무 많다고 응답했습니다(HTTP %1).</translation>
    </message>
    <message>
        <source>Wait a while, then download fewer at once.</source>
        <translation>잠시 기다린 뒤 동시 다운로드 수를 줄여 시도하십시오.</translation>
    </message>
    <message>
        <source>The server is overloaded or under maintenance (HTTP %1).</source>
        <translation>서버가 과부하 상태이거나 점검 중입니다(HTTP %1).</translation>
    </message>
    <message>
        <source>The server received an invalid response from an upstream server (HTTP %1).</source>
        <translation>서버가 상위 서버에서 올바르지 않은 응답을 받았습니다(HTTP %1).</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>나중에 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The server reported an internal error (HTTP %1).</source>
        <translation>서버에서 내부 오류가 발생했습니다(HTTP %1).</translation>
    </message>
    <message>
        <source>The fault is on the server&apos;s side. Try again later.</source>
        <translation>서버 쪽의 문제입니다. 나중에 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The server responded with an error (HTTP %1).</source>
        <translation>서버가 오류로 응답했습니다(HTTP %1).</translation>
    </message>
    <message>
        <source>The file is larger than the whole disk: it needs %1; the disk holds %2 in total.</source>
        <translation>파일이 디스크 전체보다 큽니다(필요한 용량 %1, 디스크 전체 용량 %2).</translation>
    </message>
    <message>
        <source>The server asks Lapwing to wait until %1 (HTTP %2).</source>
        <translation>서버가 %1까지 기다리라고 요청했습니다(HTTP %2).</translation>
    </message>
    <message>
        <source>It failed for a reason that this version of Lapwing does not know (%1).</source>
        <translation>이 버전의 Lapwing에서 알지 못하는 이유로 실패했습니다(%1).</translation>
    </message>
    <message>
        <source>Start it again then; this run sends that server no further requests.</source>
        <translation>그때 다시 시작하십시오. 이번 실행에서는 이 서버에 더 요청하지 않습니다.</translation>
    </message>
    <message>
        <source>Use the version of Lapwing that wrote the document.</source>
        <translation>이 문서를 작성한 버전의 Lapwing을 사용하십시오.</translation>
    </message>
    <message>
        <source>%1: %2 Its other links are not tried.</source>
        <translation>%1: %2 이 서버의 다른 링크는 시도하지 않습니다.</translation>
    </message>
    <message>
        <source>The server got no response in time from an upstream server (HTTP %1).</source>
        <translation>서버가 상위 서버에서 제때 응답을 받지 못했습니다(HTTP %1).</translation>
    </message>
    <message>
        <source>The link was changed and has not been tried yet.</source>
        <translation>링크를 바꾼 뒤 아직 시도하지 않았습니다.</translation>
    </message>
    <message>
        <source>Press Retry to try it.</source>
        <translation>“다시 시도”를 누르면 이 링크를 시도합니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::text::FileKind</name>
    <message>
        <source>a PDF document</source>
        <translation>PDF 문서</translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation>PostScript 문서</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>an audio file</source>
        <translation>오디오 파일</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ZIP 압축 파일</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>압축 파일</translation>
    </message>
    <message>
        <source>a software package</source>
        <translation>소프트웨어 패키지</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>a disc image</source>
        <translation>디스크 이미지</translation>
    </message>
    <message>
        <source>a text document of an office program</source>
        <translation>오피스 텍스트 문서</translation>
    </message>
    <message>
        <source>a spreadsheet (save it as CSV)</source>
        <translation>스프레드시트(CSV로 저장하십시오)</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>a torrent</source>
        <translation>토렌트 파일</translation>
    </message>
    <message>
        <source>what a browser recorded of a page (copy a request as cURL)</source>
        <translation>브라우저가 페이지를 기록한 것(요청을 cURL로 복사하십시오)</translation>
    </message>
    <message>
        <source>an encoded e-mail or saved page (open it, and copy its links)</source>
        <translation>인코딩된 이메일이나 저장한 페이지(열어서 링크를 복사하십시오)</translation>
    </message>
    <message>
        <source>a binary property list of macOS</source>
        <translation>macOS의 바이너리 속성 목록</translation>
    </message>
    <message>
        <source>an XML file of another kind</source>
        <translation>그 밖의 XML 파일</translation>
    </message>
    <message>
        <source>another file</source>
        <translation>그 밖의 파일</translation>
    </message>
</context>
<context>
    <name>lapwing::text::Label</name>
    <message>
        <source>Active, maximum</source>
        <translation>진행 중, 최대</translation>
    </message>
    <message>
        <source>Active, mean</source>
        <translation>진행 중, 평균</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>All rounds of both, in order</source>
        <translation>두 방식의 모든 회차, 실행 순서</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>동시 다운로드 수</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>동시</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>cold: every run opens new connections</source>
        <translation>예열 없음: 실행마다 새로 연결</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Connect, connection reused</source>
        <translation>연결, 재사용</translation>
    </message>
    <message>
        <source>DNS lookup</source>
        <translation>DNS 조회</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>세부 정보</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Download timeline</source>
        <translation>다운로드 타임라인</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>다운로드</translation>
    </message>
    <message>
        <source>Each number of simultaneous downloads</source>
        <translation>동시 다운로드 수마다 측정한 값</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>효율</translation>
    </message>
    <message>
        <source>efficiency</source>
        <translation>효율</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>경과 시간</translation>
    </message>
    <message>
        <source>elapsed</source>
        <translation>경과 시간</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>추정</translation>
    </message>
    <message>
        <source>Event loop</source>
        <translation>이벤트 루프</translation>
    </message>
    <message>
        <source>Event loop blocked</source>
        <translation>이벤트 루프 블로킹</translation>
    </message>
    <message>
        <source>The event loop of the engine</source>
        <translation>엔진의 이벤트 루프</translation>
    </message>
    <message>
        <source>~0.82 s</source>
        <translation>~0.82초</translation>
    </message>
    <message>
        <source>0.82 s</source>
        <translation>0.82초</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Failed downloads</source>
        <translation>실패한 다운로드</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Failures, one at a time</source>
        <translation>실패, 하나씩</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>from</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>하한~상한</translation>
    </message>
    <message>
        <source>Held off by a server</source>
        <translation>서버 요청으로 대기</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>호스트</translation>
    </message>
    <message>
        <source>How</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>How to read it</source>
        <translation>읽는 법</translation>
    </message>
    <message>
        <source>part of Queued</source>
        <translation>“대기 중”에 포함</translation>
    </message>
    <message>
        <source>part of Receive, or alongside it</source>
        <translation>“수신”에 포함되거나 그와 겹침</translation>
    </message>
    <message>
        <source>Lapwing: downloads together</source>
        <translation>Lapwing: 함께 다운로드</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>동시 다운로드 수별 결과</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation>비교 불가</translation>
    </message>
    <message>
        <source>Not observable</source>
        <translation>관측 불가</translation>
    </message>
    <message>
        <source>not observable</source>
        <translation>관측 불가</translation>
    </message>
    <message>
        <source>Not resumed</source>
        <translation>이어받지 못함</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>on the same scale as one at a time</source>
        <translation>“하나씩”과 같은 눈금</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>하나씩</translation>
    </message>
    <message>
        <source>one at a time</source>
        <translation>하나씩</translation>
    </message>
    <message>
        <source> (one of its times was recorded late)</source>
        <translation> (시각 중 하나가 늦게 기록됨)</translation>
    </message>
    <message>
        <source>outlier (counted)</source>
        <translation>이상치(집계에 포함)</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Probe, not one of the downloads</source>
        <translation>서버 확인, 다운로드 아님</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>서버 확인</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>권장</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>권장</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>reused</source>
        <translation>재사용</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>회차</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>회차 수</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>The same, one at a time</source>
        <translation>같은 목록, 하나씩</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>저장 중</translation>
    </message>
    <message>
        <source>Serial share</source>
        <translation>직렬 비율</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비중</translation>
    </message>
    <message>
        <source>Simultaneous downloads</source>
        <translation>동시 다운로드 수</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>속도 향상</translation>
    </message>
    <message>
        <source>speed-up</source>
        <translation>속도 향상</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>끝나지 않음</translation>
    </message>
    <message>
        <source>already on disk</source>
        <translation>이미 디스크에 있음</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>검증 안 됨</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Supporting figures</source>
        <translation>근거 수치</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>The downloads</source>
        <translation>다운로드</translation>
    </message>
    <message>
        <source>The rounds</source>
        <translation>회차</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>처리량</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Time recorded late</source>
        <translation>늦게 기록된 시각</translation>
    </message>
    <message>
        <source>to</source>
        <translation>상한</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>함께</translation>
    </message>
    <message>
        <source>together</source>
        <translation>함께</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>검증 안 됨</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>warm: after an uncounted run</source>
        <translation>예열함: 집계하지 않는 실행을 한 번 한 뒤 측정</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>상황</translation>
    </message>
    <message>
        <source>What limited it</source>
        <translation>속도를 제한한 요인</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>해결 방법</translation>
    </message>
    <message>
        <source>Where the time went</source>
        <translation>시간이 쓰인 곳</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>처리량</translation>
    </message>
</context>
<context>
    <name>lapwing::text::Limit</name>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 (%2 at a time: at least %3 sooner).</source>
        <translation>%1(동시 %2개: %3 이상 단축).</translation>
    </message>
    <message>
        <source>Waiting for the server was the limit; with more at once, each waits longer.</source>
        <translation>서버 응답 대기가 병목이었으며, 동시에 더 많이 받으면 각각 더 오래 기다립니다.</translation>
    </message>
    <message>
        <source>Waiting for the server was the limit; all files ran at once already.</source>
        <translation>서버 응답 대기가 병목이었으며, 이미 모든 파일을 동시에 받았습니다.</translation>
    </message>
    <message>
        <source>Waiting for the server was the limit.</source>
        <translation>서버 응답 대기가 병목이었습니다.</translation>
    </message>
    <message>
        <source>Waiting for the server was the limit: more at once helps</source>
        <translation>서버 응답 대기가 병목이었으며, 동시에 더 많이 받으면 빨라집니다</translation>
    </message>
    <message>
        <source>Each connection was the limit; all files ran at once already.</source>
        <translation>각 연결의 속도가 병목이었으며, 이미 모든 파일을 동시에 받았습니다.</translation>
    </message>
    <message>
        <source>Each connection was the limit: more at once helps</source>
        <translation>각 연결의 속도가 병목이었으며, 동시에 더 많이 받으면 빨라집니다</translation>
    </message>
    <message>
        <source>One run cannot tell whether more at once would help.</source>
        <translation>한 번의 실행으로는 동시에 더 많이 받으면 빨라지는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>No single cause was the limit.</source>
        <translation>뚜렷한 병목은 없었습니다.</translation>
    </message>
    <message>
        <source>Bandwidth was the limit: more at once does not help.</source>
        <translation>대역폭이 병목이었으며, 동시에 더 많이 받아도 빨라지지 않습니다.</translation>
    </message>
    <message>
        <source>The server was the limit: it refused requests for a while.</source>
        <translation>서버가 병목이었습니다. 한동안 요청을 거부했습니다.</translation>
    </message>
    <message>
        <source>Failed attempts were the limit, with the waits before each retry.</source>
        <translation>실패한 시도와 재시도 전의 대기가 병목이었습니다.</translation>
    </message>
    <message>
        <source>The disk was the limit.</source>
        <translation>디스크가 병목이었습니다.</translation>
    </message>
    <message>
        <source>Lapwing itself was the limit.</source>
        <translation>Lapwing 자체가 병목이었습니다.</translation>
    </message>
    <message>
        <source>The measurement of this list recommends %1 at a time.</source>
        <translation>이 목록을 측정한 결과, 동시 %1개를 권장합니다.</translation>
    </message>
    <message>
        <source>One run cannot tell whether the bandwidth or each connection was the limit.</source>
        <translation>한 번의 실행으로는 대역폭이 병목이었는지 각 연결의 속도가 병목이었는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>One file was the limit, %1: more at once does not help.</source>
        <translation>파일 하나(%1)가 병목이었으며, 동시에 더 많이 받아도 빨라지지 않습니다.</translation>
    </message>
    <message>
        <source>Each connection was the limit.</source>
        <translation>각 연결의 속도가 병목이었습니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::text::ListError</name>
    <message>
        <source>It is more than one link; put each on its own line.</source>
        <translation>링크가 두 개 이상입니다. 한 줄에 하나씩 쓰십시오.</translation>
    </message>
    <message>
        <source>It contains control characters or is not UTF-8.</source>
        <translation>제어 문자가 있거나 UTF-8이 아닙니다.</translation>
    </message>
    <message>
        <source>It does not start with http:// or https://.</source>
        <translation>http:// 또는 https://로 시작하지 않습니다.</translation>
    </message>
    <message>
        <source>Links that start with “%1:” cannot be downloaded, only http and https.</source>
        <translation>“%1:”로 시작하는 링크는 다운로드할 수 없습니다. http와 https만 됩니다.</translation>
    </message>
    <message>
        <source>There is more than one “@” before the host. In a user name or password, write “@” as “%40”.</source>
        <translation>호스트 앞에 “@”가 두 개 이상 있습니다. 사용자 이름이나 비밀번호의 “@”는 “%40”으로 쓰십시오.</translation>
    </message>
    <message>
        <source>It has no host name.</source>
        <translation>호스트 이름이 없습니다.</translation>
    </message>
    <message>
        <source>Its host or its port (1 to 65535) is not valid.</source>
        <translation>호스트나 포트(1~65535)가 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>It contains more than a link and a file name.</source>
        <translation>링크와 파일 이름 외에 다른 내용이 있습니다.</translation>
    </message>
    <message>
        <source>“%1” after the link is not a file name: it must not contain “/” or “\”.</source>
        <translation>링크 뒤의 “%1” 부분은 파일 이름이 아닙니다. “/”나 “\”가 들어 있으면 안 됩니다.</translation>
    </message>
    <message>
        <source>The line is longer than 64 KiB.</source>
        <translation>줄이 64 KiB보다 깁니다.</translation>
    </message>
    <message>
        <source>The list is larger than 64 MiB; the rest was ignored.</source>
        <translation>목록이 64 MiB보다 커서 나머지는 무시했습니다.</translation>
    </message>
    <message>
        <source>Too many lines are not links; the rest was ignored.</source>
        <translation>링크가 아닌 줄이 너무 많아 나머지는 무시했습니다.</translation>
    </message>
    <message>
        <source>The link is longer than 64 KiB.</source>
        <translation>링크가 64 KiB보다 깁니다.</translation>
    </message>
    <message>
        <source>The quotation mark after the link is missing.</source>
        <translation>링크 뒤에 따옴표가 없습니다.</translation>
    </message>
    <message>
        <source>It points to a place in the page itself.</source>
        <translation>페이지 안의 위치를 가리킵니다.</translation>
    </message>
    <message>
        <source>It is a relative link, and the page does not say which address it is relative to.</source>
        <translation>상대 링크인데, 어느 주소를 기준으로 하는지 페이지에 나와 있지 않습니다.</translation>
    </message>
    <message>
        <source>The page is larger than 64 MiB; the rest was ignored.</source>
        <translation>페이지가 64 MiB보다 커서 나머지는 무시했습니다.</translation>
    </message>
    <message>
        <source>It is a folder, not a list.</source>
        <translation>목록이 아니라 폴더입니다.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>그런 파일이 없습니다.</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>일반 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>It is larger than 64 MiB.</source>
        <translation>64 MiB보다 큽니다.</translation>
    </message>
    <message>
        <source>It cannot be read: %1.</source>
        <translation>읽을 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>It is not a text file.</source>
        <translation>텍스트 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>The file is on a remote host.</source>
        <translation>파일이 원격 호스트에 있습니다.</translation>
    </message>
    <message>
        <source>At most %1 lists can be added at once.</source>
        <translation>목록은 한 번에 최대 %1개까지 추가할 수 있습니다.</translation>
    </message>
    <message>
        <source>It is a symbolic link; use the file it points to.</source>
        <translation>심볼릭 링크입니다. 링크가 가리키는 파일을 사용하십시오.</translation>
    </message>
    <message>
        <source>This is %1, not a list of links.</source>
        <translation>링크 목록이 아닙니다. 파일 종류: %1.</translation>
    </message>
    <message>
        <source>It cannot be decompressed: it is damaged or incomplete.</source>
        <translation>압축을 풀 수 없습니다. 손상되었거나 일부가 없습니다.</translation>
    </message>
    <message>
        <source>It decompresses to more than 1000 times its size; no list does.</source>
        <translation>압축을 풀면 원래 크기의 1000배가 넘습니다. 그런 목록은 없습니다.</translation>
    </message>
    <message>
        <source>“%1” is not a checksum that can be checked.</source>
        <translation>확인할 수 있는 체크섬이 아닙니다: “%1”.</translation>
    </message>
    <message>
        <source>It contains a header that cannot be sent.</source>
        <translation>보낼 수 없는 헤더가 있습니다.</translation>
    </message>
    <message>
        <source>The XML is damaged here (%1).</source>
        <translation>XML이 여기에서 손상되었습니다(%1).</translation>
    </message>
    <message>
        <source>It has a DOCTYPE, which a list from elsewhere must not have.</source>
        <translation>DOCTYPE이 있습니다. 외부에서 받은 목록에는 있으면 안 됩니다.</translation>
    </message>
    <message>
        <source>It contains no link.</source>
        <translation>링크가 없습니다.</translation>
    </message>
    <message>
        <source>It has links, but none under a name such as “url” or “link”.</source>
        <translation>링크가 있지만 “url”이나 “link” 같은 이름 아래에 있지 않습니다.</translation>
    </message>
    <message>
        <source>It is not valid JSON.</source>
        <translation>올바른 JSON이 아닙니다.</translation>
    </message>
    <message>
        <source>It has more columns than the rest of the table.</source>
        <translation>열이 표의 나머지 부분보다 많습니다.</translation>
    </message>
    <message>
        <source>A quotation mark is never closed.</source>
        <translation>닫히지 않은 따옴표가 있습니다.</translation>
    </message>
    <message>
        <source>A checksum list has no links. Put the address of the files above it, on a line of its own that ends with “/”.</source>
        <translation>체크섬 목록에는 링크가 없습니다. 목록 위에 파일의 주소를 “/”로 끝나는 한 줄로 쓰십시오.</translation>
    </message>
    <message>
        <source>Only a run document tells which downloads failed.</source>
        <translation>실패한 다운로드는 실행 문서에서만 알 수 있습니다.</translation>
    </message>
    <message>
        <source>The command contains a variable or the output of another command.</source>
        <translation>명령에 변수나 다른 명령의 출력이 들어 있습니다.</translation>
    </message>
    <message>
        <source>The command sends data to the server; Lapwing only downloads.</source>
        <translation>서버에 데이터를 보내는 명령입니다. Lapwing은 다운로드만 합니다.</translation>
    </message>
    <message>
        <source>The command uses the method %1; Lapwing only downloads with GET.</source>
        <translation>%1 메서드를 사용하는 명령입니다. Lapwing은 GET으로만 다운로드합니다.</translation>
    </message>
    <message>
        <source>The option %1 is not known.</source>
        <translation>%1 옵션을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The option %1 has no value.</source>
        <translation>%1 옵션에 값이 없습니다.</translation>
    </message>
    <message>
        <source>It is a desktop file that is not a link.</source>
        <translation>링크가 아닌 데스크톱 파일입니다.</translation>
    </message>
    <message>
        <source>In %1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Its link had already started. Write a link and its options together.</source>
        <translation>이 옵션의 링크가 이미 시작되었습니다. 링크와 옵션은 한꺼번에 쓰십시오.</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>%1번째 열</translation>
    </message>
    <message>
        <source>This may be one link, or a link and more. Put a tab before a file name, “ #” before a note; within a link, write a space as “%20”, “,” as “%2C”, “;” as “%3B” and “|” as “%7C”.</source>
        <translation>링크 하나일 수도 있고, 링크 뒤에 다른 것이 있을 수도 있습니다. 파일 이름이면 그 앞에 탭을, 메모이면 그 앞에 “ #”을 넣고, 링크의 일부이면 공백은 “%20”, “,”는 “%2C”, “;”은 “%3B”, “|”은 “%7C”로 쓰십시오.</translation>
    </message>
    <message>
        <source>To curl, brackets in a link are ranges. Add -g if they belong to the link; if not, put the link itself in a list and expand its ranges.</source>
        <translation>curl은 링크의 대괄호와 중괄호를 범위로 읽습니다. 괄호가 링크의 일부이면 -g를 붙이고, 아니면 링크만 목록에 넣어 범위를 펼치십시오.</translation>
    </message>
    <message>
        <source>The command continues on the next line. Put commands in a list of their own.</source>
        <translation>명령이 다음 줄로 이어집니다. 명령은 따로 목록으로 만드십시오.</translation>
    </message>
    <message>
        <source>Its ranges stand for %1 links, too many: the ranges of a list may make 100,000 links and 64 MiB at most. None was added.</source>
        <translation>범위가 나타내는 링크가 %1개로 너무 많습니다. 목록의 범위로 만들 수 있는 링크는 최대 100,000개, 64 MiB까지입니다. 하나도 추가하지 않았습니다.</translation>
    </message>
    <message>
        <source>The command is not written for bash. Copy it as cURL (bash).</source>
        <translation>bash용 명령이 아닙니다. cURL(bash) 형식으로 복사하십시오.</translation>
    </message>
    <message>
        <source>There is no such file, and it does not start with http:// or https://.</source>
        <translation>그런 파일이 없으며, http:// 또는 https://로 시작하지도 않습니다.</translation>
    </message>
    <message>
        <source>Refused lines not kept from an earlier session: %1.</source>
        <translation>이전 세션에서 보관하지 못한 거부된 줄: %1개.</translation>
    </message>
    <message>
        <source>The values of its query were not kept. Only a run document that was exported with full links has them.</source>
        <translation>쿼리 값이 보관되지 않았습니다. 전체 링크를 포함하여 내보낸 실행 문서에만 있습니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::text::ListFormat</name>
    <message>
        <source>run document</source>
        <translation>실행 문서</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Metalink</source>
        <translation>Metalink</translation>
    </message>
    <message>
        <source>link file</source>
        <translation>링크 파일</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>웹 페이지</translation>
    </message>
    <message>
        <source>curl or wget commands</source>
        <translation>curl 또는 wget 명령</translation>
    </message>
    <message>
        <source>output of apt-get --print-uris</source>
        <translation>apt-get --print-uris의 출력</translation>
    </message>
    <message>
        <source>checksum list</source>
        <translation>체크섬 목록</translation>
    </message>
    <message>
        <source>aria2 list</source>
        <translation>aria2 목록</translation>
    </message>
    <message>
        <source>table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>일반 텍스트</translation>
    </message>
    <message>
        <source>KGet transfers</source>
        <translation>KGet 전송 목록</translation>
    </message>
</context>
<context>
    <name>lapwing::text::MirrorNote</name>
    <message>
        <source>%1 was dropped: its file is not the size that the list says (%2).</source>
        <translation>%1 미러를 제외했습니다. 파일의 크기가 목록에 적힌 크기와 다릅니다(%2).</translation>
    </message>
    <message>
        <source>%1 was dropped: its file does not match the checksum.</source>
        <translation>%1 미러를 제외했습니다. 파일이 체크섬과 일치하지 않습니다.</translation>
    </message>
    <message>
        <source>It was downloaded from a mirror: %1</source>
        <translation>미러에서 다운로드했습니다: %1</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>요청하지 않음</translation>
    </message>
    <message>
        <source>dropped: %1</source>
        <translation>제외됨: %1</translation>
    </message>
    <message>
        <source>downloaded from here</source>
        <translation>여기에서 다운로드함</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>사용 중</translation>
    </message>
</context>
<context>
    <name>lapwing::text::Phases</name>
    <message>
        <source>Queued</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>Held off by the server</source>
        <translation>서버 요청으로 대기</translation>
    </message>
    <message>
        <source>DNS lookup</source>
        <translation>DNS 조회</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>전송</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>응답 대기</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>첫 바이트</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>수신</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>수신 멈춤</translation>
    </message>
    <message>
        <source>Waiting for the disk</source>
        <translation>디스크 대기</translation>
    </message>
    <message>
        <source>Waiting to retry</source>
        <translation>재시도 대기</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>저장 중</translation>
    </message>
</context>
<context>
    <name>lapwing::text::Primer</name>
    <message>
        <source>Two waits on one loop</source>
        <translation>한 루프에서 두 번 기다리기</translation>
    </message>
    <message>
        <source>Two computations on one loop</source>
        <translation>한 루프에서 두 번 계산하기</translation>
    </message>
    <message>
        <source>Two computations on two threads</source>
        <translation>두 스레드에서 계산 두 개</translation>
    </message>
    <message>
        <source>Two blocking calls on one loop</source>
        <translation>한 루프에서 블로킹 호출 두 번</translation>
    </message>
    <message>
        <source>Synchronous</source>
        <translation>동기</translation>
    </message>
    <message>
        <source>Asynchronous</source>
        <translation>비동기</translation>
    </message>
    <message>
        <source>A subroutine</source>
        <translation>서브루틴</translation>
    </message>
    <message>
        <source>A coroutine</source>
        <translation>코루틴</translation>
    </message>
    <message>
        <source>Four things awaited in turn</source>
        <translation>네 가지를 차례로 기다리기</translation>
    </message>
    <message>
        <source>A task</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>A future</source>
        <translation>퓨처</translation>
    </message>
    <message>
        <source>Gathered</source>
        <translation>모아서 실행(gather)</translation>
    </message>
    <message>
        <source>Fetched in turn</source>
        <translation>차례로 받기(fetch)</translation>
    </message>
    <message>
        <source>Fetched together</source>
        <translation>함께 받기(fetch)</translation>
    </message>
    <message>
        <source>One after another</source>
        <translation>하나씩 차례로</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>함께</translation>
    </message>
    <message>
        <source>The keyboard awaited</source>
        <translation>키보드를 await로 기다리기</translation>
    </message>
    <message>
        <source>A call that blocks</source>
        <translation>블로킹하는 호출</translation>
    </message>
    <message>
        <source>Two awaited calls</source>
        <translation>차례로 기다린 호출 두 개</translation>
    </message>
    <message>
        <source>Two tasks, awaited in turn</source>
        <translation>차례로 기다린 태스크 두 개</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>waits (await)</source>
        <translation>기다림(await)</translation>
    </message>
    <message>
        <source>waits for a thread</source>
        <translation>스레드를 기다림</translation>
    </message>
    <message>
        <source>computes</source>
        <translation>계산</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>블로킹</translation>
    </message>
    <message>
        <source>There was no number: the input ended, or the line was empty.</source>
        <translation>숫자가 없습니다. 입력이 끝났거나 줄이 비어 있습니다.</translation>
    </message>
    <message>
        <source>This is not a whole number. Type digits only, for example 42.</source>
        <translation>정수가 아닙니다. 42처럼 숫자만 입력하십시오.</translation>
    </message>
    <message>
        <source>This number is too large: with 100 added, it must fit in 64 bits.</source>
        <translation>숫자가 너무 큽니다. 100을 더한 값이 64비트에 들어가야 합니다.</translation>
    </message>
    <message>
        <source>as long as &quot;%1&quot;</source>
        <translation>&quot;%1&quot; 실행과 같은 시간</translation>
    </message>
    <message>
        <source>%1 times as fast as &quot;%2&quot;</source>
        <translation>&quot;%2&quot;보다 %1배 빠름</translation>
    </message>
    <message>
        <source>%1 times as long as &quot;%2&quot;</source>
        <translation>&quot;%2&quot;보다 %1배 오래 걸림</translation>
    </message>
    <message>
        <source>They ended in the order %1.</source>
        <translation>끝난 순서: %1.</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>루프</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>scene, time</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>scene, time</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: %2, %3.</source>
        <comment>scene, time, comparison</comment>
        <translation>%1: %2, %3.</translation>
    </message>
    <message>
        <source>This computer is busy with something else, so the times are too long. Run it again, or slower.</source>
        <translation>컴퓨터가 다른 일로 바빠서 시간이 너무 길게 나왔습니다. 다시 실행하거나 더 느리게 실행하십시오.</translation>
    </message>
    <message>
        <source>This program may use one processor: threads cannot make computations faster.</source>
        <translation>이 프로그램이 쓸 수 있는 프로세서는 하나입니다. 스레드를 써도 계산이 빨라지지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>This program may use %n processors; other programs use them too.</source>
        <translation>
            <numerusform>이 프로그램은 프로세서 %n개를 쓸 수 있습니다. 다른 프로그램도 함께 씁니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The number plus 100 is %1.</source>
        <translation>숫자에 100을 더하면 %1입니다.</translation>
    </message>
    <message>
        <source>late: past its time</source>
        <translation>늦음: 제시간이 지남</translation>
    </message>
</context>
<context>
    <name>lapwing::text::Requirement</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1바이트</translation>
    </message>
    <message>
        <source>%1 bytes a second</source>
        <translation>초당 %1바이트</translation>
    </message>
    <message>
        <source>It was estimated, not measured.</source>
        <translation>측정한 값이 아니라 추정한 값입니다.</translation>
    </message>
    <message>
        <source>No requirement is given.</source>
        <translation>요구 조건이 없습니다.</translation>
    </message>
    <message>
        <source>There is an empty requirement between two commas.</source>
        <translation>두 쉼표 사이에 빈 요구 조건이 있습니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a valid requirement. Write a name, one of &lt;=, &lt;, &gt;=, &gt;, == and !=, and a number, for example elapsed&lt;=60.</source>
        <translation>올바른 요구 조건이 아닙니다: &apos;%1&apos;. 이름, 비교 기호(&lt;=, &lt;, &gt;=, &gt;, ==, != 중 하나), 수를 차례로 쓰십시오. 예: elapsed&lt;=60.</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: there is no figure called &apos;%2&apos;. Available: %3.</source>
        <translation>&apos;%1&apos;: &apos;%2&apos; 수치는 없습니다. 사용할 수 있는 수치: %3.</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: use == to compare.</source>
        <translation>&apos;%1&apos;: 비교하려면 ==를 쓰십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: &apos;%2&apos; is not a number. Write it without a unit and with a decimal point.</source>
        <translation>&apos;%1&apos;: 수가 아닙니다(&apos;%2&apos;). 단위 없이, 소수점은 점으로 쓰십시오.</translation>
    </message>
    <message>
        <source>Requirement not met: %1 (it was %2).</source>
        <translation>요구 조건을 충족하지 못했습니다: %1(실제 %2).</translation>
    </message>
    <message>
        <source>Requirement not met: %1 (there is no such figure in this run).</source>
        <translation>요구 조건을 충족하지 못했습니다: %1(이 실행에는 그런 수치가 없음).</translation>
    </message>
</context>
<context>
    <name>lapwing::text::ResumeNote</name>
    <message>
        <source>Started over: the file on the server has changed, so the %1 downloaded before could not be used.</source>
        <translation>처음부터 다시 받았습니다. 서버의 파일이 바뀌어 이전에 받은 %1 분량을 쓸 수 없었습니다.</translation>
    </message>
    <message>
        <source>Started over: the server does not resume this file, so the %1 downloaded before could not be used.</source>
        <translation>처음부터 다시 받았습니다. 서버가 이 파일의 이어받기를 지원하지 않아 이전에 받은 %1 분량을 쓸 수 없었습니다.</translation>
    </message>
    <message>
        <source>Started over: the %1 downloaded before came from another address, so they could not be used.</source>
        <translation>처음부터 다시 받았습니다. 이전에 받은 %1 분량은 다른 주소에서 받은 것이어서 쓸 수 없었습니다.</translation>
    </message>
    <message>
        <source>Nothing of it is kept, because it is smaller than 1 MiB: it will start over.</source>
        <translation>1 MiB보다 작아 받은 내용을 남기지 않았습니다. 처음부터 다시 받습니다.</translation>
    </message>
    <message>
        <source>Nothing of it is kept, because its server does not support resuming: it will start over.</source>
        <translation>서버가 이어받기를 지원하지 않아 받은 내용을 남기지 않았습니다. 처음부터 다시 받습니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::text::RunWord</name>
    <message>
        <source>together</source>
        <translation>함께</translation>
    </message>
    <message>
        <source>one-at-a-time</source>
        <translation>하나씩</translation>
    </message>
    <message>
        <source>cold</source>
        <translation>예열 없음</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>예열함</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>a host and how many others</comment>
        <translation>
            <numerusform>%1 외 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>round %1, recommended number</source>
        <translation>%1회차, 권장한 수</translation>
    </message>
    <message>
        <source>round %1</source>
        <translation>%1회차</translation>
    </message>
    <message>
        <source>%1 at a time</source>
        <translation>동시 %1개</translation>
    </message>
    <message>
        <source>sweep</source>
        <translation>최적의 수 찾기</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>lapwing::text::ShortReason</name>
    <message>
        <source>Server not found</source>
        <translation>서버를 찾을 수 없음</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>연결 거부됨</translation>
    </message>
    <message>
        <source>Server unreachable</source>
        <translation>서버에 연결할 수 없음</translation>
    </message>
    <message>
        <source>Connection cut</source>
        <translation>연결 끊김</translation>
    </message>
    <message>
        <source>Connecting timed out</source>
        <translation>연결 시간 초과</translation>
    </message>
    <message>
        <source>No response</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>수신 멈춤</translation>
    </message>
    <message>
        <source>No secure connection</source>
        <translation>보안 연결 실패</translation>
    </message>
    <message>
        <source>No file in the response</source>
        <translation>응답에 파일 없음</translation>
    </message>
    <message>
        <source>Invalid response</source>
        <translation>잘못된 응답</translation>
    </message>
    <message>
        <source>Not an HTTP server</source>
        <translation>HTTP 서버가 아님</translation>
    </message>
    <message>
        <source>Wrong part of the file</source>
        <translation>파일의 다른 부분을 받음</translation>
    </message>
    <message>
        <source>Sent compressed</source>
        <translation>압축되어 전송됨</translation>
    </message>
    <message>
        <source>Wrong size</source>
        <translation>크기가 다름</translation>
    </message>
    <message>
        <source>Too many redirects</source>
        <translation>리디렉션이 너무 많음</translation>
    </message>
    <message>
        <source>Invalid redirect</source>
        <translation>잘못된 리디렉션</translation>
    </message>
    <message>
        <source>Unsafe redirect</source>
        <translation>안전하지 않은 리디렉션</translation>
    </message>
    <message>
        <source>Proxy failed</source>
        <translation>프록시 실패</translation>
    </message>
    <message>
        <source>Proxy sign-in required</source>
        <translation>프록시 로그인 필요</translation>
    </message>
    <message>
        <source>401 Sign-in required</source>
        <translation>401 로그인 필요</translation>
    </message>
    <message>
        <source>Too slow</source>
        <translation>너무 느림</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>너무 큼</translation>
    </message>
    <message>
        <source>Checksum mismatch</source>
        <translation>체크섬 불일치</translation>
    </message>
    <message>
        <source>Not the listed size</source>
        <translation>목록의 크기와 다름</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>검증 안 됨</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>디스크 꽉 참</translation>
    </message>
    <message>
        <source>Folder is a file</source>
        <translation>폴더가 아니라 파일임</translation>
    </message>
    <message>
        <source>Folder cannot be created</source>
        <translation>폴더를 만들 수 없음</translation>
    </message>
    <message>
        <source>Outside the folder</source>
        <translation>다운로드 폴더 밖</translation>
    </message>
    <message>
        <source>Name is a folder</source>
        <translation>같은 이름의 폴더 있음</translation>
    </message>
    <message>
        <source>Larger than the disk</source>
        <translation>디스크보다 큼</translation>
    </message>
    <message>
        <source>No permission to write</source>
        <translation>쓰기 권한 없음</translation>
    </message>
    <message>
        <source>Writing failed</source>
        <translation>쓰기 실패</translation>
    </message>
    <message>
        <source>File is gone</source>
        <translation>파일이 없어짐</translation>
    </message>
    <message>
        <source>File was changed</source>
        <translation>파일이 바뀜</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>내부 오류</translation>
    </message>
    <message>
        <source>400 Bad request</source>
        <translation>400 잘못된 요청</translation>
    </message>
    <message>
        <source>403 Access denied</source>
        <translation>403 접근 거부됨</translation>
    </message>
    <message>
        <source>404 Not found</source>
        <translation>404 찾을 수 없음</translation>
    </message>
    <message>
        <source>407 Proxy sign-in required</source>
        <translation>407 프록시 로그인 필요</translation>
    </message>
    <message>
        <source>408 Timed out</source>
        <translation>408 시간 초과</translation>
    </message>
    <message>
        <source>410 Removed</source>
        <translation>410 삭제됨</translation>
    </message>
    <message>
        <source>416 Part not available</source>
        <translation>416 요청한 부분 없음</translation>
    </message>
    <message>
        <source>429 Too many requests</source>
        <translation>429 요청이 너무 많음</translation>
    </message>
    <message>
        <source>500 Server error</source>
        <translation>500 서버 오류</translation>
    </message>
    <message>
        <source>502 Bad gateway</source>
        <translation>502 게이트웨이 오류</translation>
    </message>
    <message>
        <source>503 Unavailable</source>
        <translation>503 사용할 수 없음</translation>
    </message>
    <message>
        <source>504 Gateway timed out</source>
        <translation>504 게이트웨이 시간 초과</translation>
    </message>
    <message>
        <source>HTTP error %1</source>
        <translation>HTTP 오류 %1</translation>
    </message>
    <message>
        <source>Link changed; not tried yet</source>
        <translation>링크 변경됨, 아직 시도 안 함</translation>
    </message>
</context>
<context>
    <name>lapwing::text::StateWord</name>
    <message>
        <source>queued</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>재시도 중</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>응답 대기</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>다운로드 중</translation>
    </message>
    <message>
        <source>committing</source>
        <translation>저장 중</translation>
    </message>
</context>
<context>
    <name>lapwing::text::Sweep</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 at a time is enough: %2. The fastest, %3 at a time, reached %4.</source>
        <translation>동시 %1개면 충분합니다(%2). 가장 빠른 것은 동시 %3개였습니다(%4).</translation>
    </message>
    <message>
        <source>%1 at a time was the fastest: %2.</source>
        <translation>동시 %1개가 가장 빨랐습니다: %2.</translation>
    </message>
    <message>
        <source>Higher numbers were not tried and may be faster still.</source>
        <translation>더 큰 수는 시험하지 않았으므로 더 빠를 수도 있습니다.</translation>
    </message>
    <message>
        <source>It did not download the same list.</source>
        <translation>다른 목록을 다운로드했습니다.</translation>
    </message>
    <message>
        <source>With %1 at a time the server reported too many requests (%2 responses): this number and higher ones are not recommended.</source>
        <translation>동시 %1개에서 서버가 요청이 너무 많다고 응답했습니다(응답 %2개). 이 수 이상은 권장하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 at a time does not count: %2</source>
        <translation>동시 %1개는 집계하지 않습니다: %2</translation>
    </message>
    <message>
        <source>Rounds for each number: %1; six are needed for 95 % intervals.</source>
        <translation>수마다 실행한 회차: %1개. 95% 신뢰 구간을 얻으려면 6개 필요합니다.</translation>
    </message>
    <message>
        <source>One file is the bottleneck: %1 alone takes %2, so the speed-up cannot exceed %3×.</source>
        <translation>파일 하나가 병목입니다: %1 하나만으로 %2 걸리므로 속도 향상은 %3배를 넘을 수 없습니다.</translation>
    </message>
    <message>
        <source>The server responds to no more than %1 at a time: with more, each waits longer for its response (%2 instead of %3).</source>
        <translation>서버가 동시에 %1개까지만 응답합니다. 수를 늘리면 각각 응답을 더 오래 기다립니다(%3에서 %2로).</translation>
    </message>
    <message>
        <source>The server is at its limit: with more, each waits longer for its response (%1 instead of %2).</source>
        <translation>서버가 한계에 이르렀습니다. 수를 늘리면 각각 응답을 더 오래 기다립니다(%2에서 %1로).</translation>
    </message>
    <message>
        <source>The bandwidth is used up: with more, each file takes longer (%1 instead of %2).</source>
        <translation>대역폭을 모두 쓰고 있습니다. 수를 늘리면 파일마다 더 오래 걸립니다(%2에서 %1로).</translation>
    </message>
    <message>
        <source>The list has only %1 files, so no more than that ever ran at a time.</source>
        <translation>목록에 파일이 %1개뿐이어서 그보다 많이 동시에 받은 적이 없습니다.</translation>
    </message>
    <message>
        <source>The limit per host was reached: %1 at a time.</source>
        <translation>호스트별 제한에 이르렀습니다: 동시 %1개.</translation>
    </message>
    <message>
        <source>With %1 allowed, no more than %2 were ever active: files finish before others start.</source>
        <translation>%1개까지 허용했지만 동시에 진행한 것은 최대 %2개입니다. 다음 파일이 시작되기 전에 앞의 파일이 끝납니다.</translation>
    </message>
    <message>
        <source>No number of simultaneous downloads can be recommended.</source>
        <translation>권장할 수 있는 동시 다운로드 수가 없습니다.</translation>
    </message>
    <message>
        <source>There was no parallel run.</source>
        <translation>동시 실행이 없습니다.</translation>
    </message>
    <message>
        <source>Throughput stops growing at %1 at a time.</source>
        <translation>동시 %1개부터 처리량이 더 늘지 않습니다.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>No run is shorter than its longest file.</source>
        <translation>어떤 실행도 가장 오래 걸리는 파일보다 짧을 수 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n downloads had a different size.</source>
        <translation>
            <numerusform>다운로드 %n개 중 %1개의 크기가 다릅니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The runs are too short (%1): measure a longer list, or more rounds.</source>
        <translation>실행이 너무 짧습니다(%1). 더 긴 목록이나 더 많은 회차로 측정하십시오.</translation>
    </message>
    <message>
        <source>The runs vary too much (%1): measure more rounds, or a longer list.</source>
        <translation>실행 시간이 너무 들쭉날쭉합니다(%1). 더 많은 회차나 더 긴 목록으로 측정하십시오.</translation>
    </message>
    <message>
        <source>No difference between these numbers could be measured.</source>
        <translation>이 수들 사이의 차이를 측정할 수 없었습니다.</translation>
    </message>
    <message>
        <source>%1 at a time is enough: %2. The fastest, %3 at a time, reached %4, but that may be chance.</source>
        <translation>동시 %1개면 충분합니다(%2). 가장 빠른 것은 동시 %3개였지만(%4) 우연일 수 있습니다.</translation>
    </message>
    <message>
        <source>The runs with this number are short (%1): a longer list gives a surer answer.</source>
        <translation>이 수로 한 실행은 짧습니다(%1). 목록이 더 길면 더 확실한 답을 얻습니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::text::Trial</name>
    <message numerus="yes">
        <source>A server reported that %n at a time is too many.</source>
        <translation>
            <numerusform>서버가 동시 %n개는 너무 많다고 응답했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %n at a time some downloads failed.</source>
        <translation>
            <numerusform>동시 %n개에서 일부 다운로드가 실패했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Higher numbers were not tried.</source>
        <translation>더 큰 수는 시험하지 않았습니다.</translation>
    </message>
    <message>
        <source>The remaining rounds were skipped because they could not be compared.</source>
        <translation>비교할 수 없어 남은 회차를 건너뛰었습니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::text::Verdict</name>
    <message>
        <source>Of the downloads&apos; time, %1 was spent waiting for responses, %2 connecting and %3 receiving.</source>
        <translation>다운로드 시간의 비중: 응답 대기 %1, 연결 %2, 수신 %3.</translation>
    </message>
    <message>
        <source>The server responds one by one, or only so many at a time: each download waited %1 with few others active and %2 with many. More at once will not help in proportion.</source>
        <translation>서버가 요청을 하나씩, 또는 정해진 수만큼만 처리합니다. 다운로드별 응답 대기는 동시에 진행한 수가 적을 때 %1, 많을 때 %2였습니다. 동시 다운로드 수를 늘려도 그만큼 빨라지지 않습니다.</translation>
    </message>
    <message>
        <source>Each waited about %1.</source>
        <translation>각각 약 %1 기다렸습니다.</translation>
    </message>
    <message>
        <source>All downloads shared %1 in total: each file arrived at %2 with few others active and at %3 with many, so downloading more at a time does not help.</source>
        <translation>모든 다운로드가 총 %1의 속도를 나누어 썼습니다. 파일별 속도가 동시에 진행한 수가 적을 때 %2, 많을 때 %3였으므로 동시에 더 많이 받아도 빨라지지 않습니다.</translation>
    </message>
    <message>
        <source>Responses that reported too many requests: %1; the waits they caused add up to %2.</source>
        <translation>요청이 너무 많다는 응답: %1개. 그 때문에 기다린 시간은 모두 %2입니다.</translation>
    </message>
    <message>
        <source>Times its limit was lowered: %1.</source>
        <translation>동시 다운로드 수를 낮춘 횟수: %1회.</translation>
    </message>
    <message>
        <source>Failed attempts: %1; their time includes the wait before each retry.</source>
        <translation>실패한 시도: %1회. 그 시간에는 재시도 전의 대기도 포함됩니다.</translation>
    </message>
    <message>
        <source>%1 of the downloads&apos; time was spent waiting for the disk, and for %2 of the whole run there was nothing left to do but save files safely.</source>
        <translation>다운로드 시간의 %1 동안 디스크를 기다렸고, 전체 실행의 %2 동안은 파일을 안전하게 저장하는 일만 남아 있었습니다.</translation>
    </message>
    <message>
        <source>Its event loop was busy for %1 of the time, and on the CPU for %2.</source>
        <translation>이벤트 루프가 전체 시간의 %1 동안 바빴고, %2 동안 CPU를 썼습니다.</translation>
    </message>
    <message>
        <source>A blocking call held its event loop for up to %1.</source>
        <translation>블로킹 호출이 이벤트 루프를 최대 %1 동안 붙잡고 있었습니다.</translation>
    </message>
    <message>
        <source>Its event loop had more work than it could do.</source>
        <translation>이벤트 루프가 처리할 수 있는 것보다 일이 많았습니다.</translation>
    </message>
    <message>
        <source>Responses had arrived, but its event loop was late to read them.</source>
        <translation>응답이 도착했지만 이벤트 루프가 늦게 읽었습니다.</translation>
    </message>
    <message>
        <source>Each file arrived more slowly with more of them active, but not by as much as if all shared the bandwidth: %1 with few and %2 with many.</source>
        <translation>동시에 진행한 수가 늘수록 파일별 속도가 느려졌지만, 모두가 대역폭을 나누어 쓸 때만큼은 아니었습니다. 적을 때 %1, 많을 때 %2입니다.</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>bandwidth</source>
        <translation>대역폭</translation>
    </message>
    <message>
        <source>the speed of each connection</source>
        <translation>각 연결의 속도</translation>
    </message>
    <message>
        <source>server throttling</source>
        <translation>서버의 요청 제한</translation>
    </message>
    <message>
        <source>failed attempts</source>
        <translation>실패한 시도</translation>
    </message>
    <message>
        <source>the disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>this program</source>
        <translation>이 프로그램</translation>
    </message>
    <message>
        <source>causes that cannot be told apart</source>
        <translation>구분할 수 없는 원인</translation>
    </message>
    <message>
        <source>Limited by %1 for %2 of %3 (%4).</source>
        <translation>병목: %1(전체 %3 중 %2, %4).</translation>
    </message>
    <message>
        <source>The next limit was %1, for %2 (%3).</source>
        <translation>다음 병목: %1(%2, %3).</translation>
    </message>
    <message>
        <source>With %1 at a time, it would have finished at least %2 (%3) sooner, provided that no download became slower.</source>
        <translation>동시 %1개로 받았다면, 느려진 다운로드가 없을 때 %2(%3) 이상 빨리 끝났을 것입니다.</translation>
    </message>
    <message>
        <source>There is nothing to report: no file was downloaded.</source>
        <translation>알릴 것이 없습니다. 다운로드한 파일이 없습니다.</translation>
    </message>
    <message>
        <source>Limited by latency</source>
        <translation>병목: 지연 시간</translation>
    </message>
    <message>
        <source>Limited by bandwidth</source>
        <translation>병목: 대역폭</translation>
    </message>
    <message>
        <source>Limited by the speed of each connection</source>
        <translation>병목: 각 연결의 속도</translation>
    </message>
    <message>
        <source>Limited by server throttling</source>
        <translation>병목: 서버의 요청 제한</translation>
    </message>
    <message>
        <source>Limited by failed attempts</source>
        <translation>병목: 실패한 시도</translation>
    </message>
    <message>
        <source>Limited by the disk</source>
        <translation>병목: 디스크</translation>
    </message>
    <message>
        <source>Limited by this program</source>
        <translation>병목: 이 프로그램</translation>
    </message>
    <message>
        <source>Event loop: I/O-bound</source>
        <translation>이벤트 루프: 입출력 바운드</translation>
    </message>
    <message>
        <source>Event loop: CPU-bound</source>
        <translation>이벤트 루프: CPU 바운드</translation>
    </message>
    <message>
        <source>Event loop: blocked</source>
        <translation>이벤트 루프: 블로킹됨</translation>
    </message>
    <message>
        <source>Event loop: free, CPU-bound elsewhere</source>
        <translation>이벤트 루프: 여유 있음, 다른 스레드가 CPU 바운드</translation>
    </message>
    <message>
        <source>Each waited about %1, however many were active.</source>
        <translation>동시에 진행한 수와 관계없이 각각 약 %1 기다렸습니다.</translation>
    </message>
    <message>
        <source>Files arrived at about %1 each (median), however many were active; %2 in total.</source>
        <translation>동시에 진행한 수와 관계없이 파일별 속도는 약 %1(중앙값), 총 %2였습니다.</translation>
    </message>
    <message>
        <source>Run the list with a different number of simultaneous downloads to find out.</source>
        <translation>다른 동시 다운로드 수로 목록을 실행하면 알 수 있습니다.</translation>
    </message>
    <message>
        <source>one file</source>
        <translation>파일 하나</translation>
    </message>
    <message>
        <source>%1 took most of the time, so downloading more at a time does not help.</source>
        <translation>%1 파일이 대부분의 시간을 차지했으므로 동시에 더 많이 받아도 빨라지지 않습니다.</translation>
    </message>
    <message>
        <source>All files ran at once already.</source>
        <translation>이미 모든 파일을 동시에 받았습니다.</translation>
    </message>
    <message>
        <source>Downloading more at a time helps.</source>
        <translation>동시에 더 많이 받으면 빨라집니다.</translation>
    </message>
    <message>
        <source>No limit identified</source>
        <translation>확인된 병목 없음</translation>
    </message>
    <message>
        <source>Limited by one file</source>
        <translation>병목: 파일 하나</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::About</name>
    <message>
        <source>About Lapwing</source>
        <translation>Lapwing 정보</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>Downloads a list of links in parallel and measures how much faster that is than one at a time.

Licence: MIT
Runs on Qt %1</source>
        <translation>링크 목록을 동시에 다운로드하고, 하나씩 받을 때보다 얼마나 빠른지 측정합니다.

라이선스: MIT
Qt %1 사용</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::AccessFiles</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 파일을 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>%1 is too large.</source>
        <translation>%1 파일이 너무 큽니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 contains no cookie in the Netscape cookies.txt format.</source>
        <translation>%1 파일에 Netscape cookies.txt 형식의 쿠키가 없습니다.</translation>
    </message>
    <message>
        <source>%1 contains no PEM certificate.</source>
        <translation>%1 파일에 PEM 인증서가 없습니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::AddedText</name>
    <message>
        <source>%1 (%2)</source>
        <comment>lines, reason</comment>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>No links found.</source>
        <translation>링크가 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln links added</source>
        <translation>
            <numerusform>링크 %Ln개 추가됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln duplicates</source>
        <translation>
            <numerusform>중복 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved here, not in the folder that the list names</source>
        <translation>
            <numerusform>목록의 폴더 대신 여기에 저장할 파일 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln checksums added</source>
        <translation>
            <numerusform>체크섬 %Ln개 추가됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln checksums came too late to be checked</source>
        <translation>
            <numerusform>체크섬 %Ln개는 너무 늦게 와서 검사하지 못함</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln checksums differ from those in the list and were ignored</source>
        <translation>
            <numerusform>체크섬 %Ln개는 목록의 체크섬과 달라 무시됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused by the list</source>
        <translation>
            <numerusform>%Ln개는 목록에 따라 일시 정지됨</numerusform>
        </translation>
    </message>
    <message>
        <source>names read as %1</source>
        <translation>이름을 %1 인코딩으로 읽음</translation>
    </message>
    <message>
        <source>not used: %1</source>
        <translation>사용하지 않음: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines refused</source>
        <translation>
            <numerusform>%Ln줄 거부됨</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Advice</name>
    <message>
        <source>Measure again to get a figure.</source>
        <translation>다시 측정하면 수치를 얻을 수 있습니다.</translation>
    </message>
    <message>
        <source>“Find the best number” downloads the whole list again.</source>
        <translation>“최적의 수 찾기”는 목록 전체를 다시 다운로드합니다.</translation>
    </message>
    <message>
        <source>Retry the failed ones to get a figure.</source>
        <translation>실패한 항목을 다시 시도하면 수치를 얻을 수 있습니다.</translation>
    </message>
    <message>
        <source>Start the remaining downloads to get a figure.</source>
        <translation>남은 다운로드를 시작하면 수치를 얻을 수 있습니다.</translation>
    </message>
    <message>
        <source>Add more or larger files to get a figure.</source>
        <translation>파일을 더 추가하거나 더 큰 파일을 추가하면 수치를 얻을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2 files failed.</source>
        <translation>파일 %2개 중 %1개가 실패했습니다.</translation>
    </message>
    <message>
        <source>%1 The figure is for the %2 that arrived.</source>
        <translation>%1 수치는 다 받은 %2개를 기준으로 합니다.</translation>
    </message>
    <message>
        <source>Start the list to see what downloading it in parallel gains.</source>
        <translation>목록을 시작하면 동시에 받는 것이 얼마나 이득인지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>No file was downloaded, so there is nothing to compare.</source>
        <translation>다운로드한 파일이 없어 비교할 것이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads are paused.</source>
        <translation>
            <numerusform>일시 정지된 다운로드가 %Ln개 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>See the details of the failed ones; retrying helps only once the cause is fixed.</source>
        <translation>실패한 항목의 세부 정보를 확인하십시오. 원인을 해결한 뒤에만 다시 시도하는 것이 도움이 됩니다.</translation>
    </message>
    <message>
        <source>“Measure exactly” replaces the estimate with a figure.</source>
        <translation>“정확히 측정”을 누르면 추정값이 측정값으로 바뀝니다.</translation>
    </message>
    <message>
        <source>%1 of %2 files did not arrive.</source>
        <translation>파일 %2개 중 %1개를 받지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::AtOnceBox</name>
    <message>
        <source>How many downloads run at the same time; may be changed while they run</source>
        <translation>동시에 진행하는 다운로드 수입니다. 실행 중에도 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>동시 다운로드 수</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::AxisHeader</name>
    <message>
        <source>%1: %2 at once.
Drag to select a period, turn the wheel to zoom.</source>
        <translation>%1: 동시 %2개.
드래그하면 구간을 선택하고, 휠을 돌리면 확대하거나 축소합니다.</translation>
    </message>
    <message>
        <source>This is the run of the one file tried last.</source>
        <translation>마지막으로 시도한 파일 하나의 실행입니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::CheckedFiles</name>
    <message>
        <source>%1 was checked: its checksum is right.</source>
        <translation>%1 파일을 확인했습니다. 체크섬이 일치합니다.</translation>
    </message>
    <message>
        <source>%1 is there, and was not changed since it was downloaded.</source>
        <translation>%1 파일이 있으며, 다운로드한 뒤로 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 has the right size, but was modified after it was downloaded.</source>
        <translation>%1 파일의 크기는 맞지만, 다운로드한 뒤에 수정되었습니다.</translation>
    </message>
    <message>
        <source>%1 is no longer the file that was downloaded. Press Retry to download it again; the changed file stays.</source>
        <translation>%1 파일이 다운로드한 것과 다릅니다. 다시 다운로드하려면 “다시 시도”를 누르십시오. 바뀐 파일은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>%1 is no longer there. Press Retry to download it again.</source>
        <translation>%1 파일이 없어졌습니다. 다시 다운로드하려면 “다시 시도”를 누르십시오.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 파일을 읽지 못했습니다: %2</translation>
    </message>
    <message>
        <source>%1 is there, but there is nothing to compare it with.</source>
        <translation>%1 파일이 있습니다. 비교할 기준은 없습니다.</translation>
    </message>
    <message>
        <source>%1 as downloaded</source>
        <translation>다운로드한 그대로 %1개</translation>
    </message>
    <message>
        <source>%1 of the right size but modified</source>
        <translation>크기는 같지만 수정됨 %1개</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>바뀜 %1개</translation>
    </message>
    <message>
        <source>%1 no longer there</source>
        <translation>없어짐 %1개</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>읽지 못함 %1개</translation>
    </message>
    <message>
        <source>%1 with nothing to compare with</source>
        <translation>비교할 기준 없음 %1개</translation>
    </message>
    <message>
        <source>Files checked: %1.</source>
        <translation>파일 확인 결과: %1.</translation>
    </message>
    <message>
        <source>%1 Press “Retry failed” to download those again.</source>
        <translation>%1 없어지거나 바뀐 파일을 다시 다운로드하려면 “실패한 항목 다시 시도”를 누르십시오.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::ChecksumDialog</name>
    <message>
        <source>Checksum</source>
        <translation>체크섬</translation>
    </message>
    <message>
        <source>Checksum as TYPE=HEX</source>
        <translation>TYPE=HEX 형식의 체크섬</translation>
    </message>
    <message>
        <source>Expected checksum of %1, as TYPE=HEX or as digits alone. If it does not match, the file is discarded.</source>
        <translation>%1 파일의 예상 체크섬을 TYPE=HEX 형식이나 16진수만으로 입력하십시오. 일치하지 않으면 파일을 버립니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::ColumnMenu</name>
    <message>
        <source>&amp;Columns</source>
        <translation>열(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Order by</source>
        <translation>정렬 기준(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Default columns</source>
        <translation>기본 열(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;List order</source>
        <translation>목록 순서(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Ascending</source>
        <translation>오름차순(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Descending</source>
        <translation>내림차순(&amp;D)</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Columns</name>
    <message>
        <source>%1
saved as %2</source>
        <translation>%1
저장 위치: %2</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>건너뜀</translation>
    </message>
    <message>
        <source>%1 of unknown size</source>
        <translation>%1, 전체 크기 알 수 없음</translation>
    </message>
    <message>
        <source>Complete, %1</source>
        <translation>완료, %1</translation>
    </message>
    <message>
        <source>%1 percent, %2 of %3</source>
        <translation>%1퍼센트, %3 중 %2</translation>
    </message>
    <message>
        <source>A different file has this name; its size was not checked</source>
        <translation>이 이름의 다른 파일이 있습니다. 크기는 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>Already on disk</source>
        <translation>이미 디스크에 있음</translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>%1 받음</translation>
    </message>
    <message>
        <source>%1 (%2 resumed)</source>
        <translation>%1(%2 이어받음)</translation>
    </message>
    <message>
        <source>From starting the request to the end, without the time in the queue</source>
        <translation>요청을 시작한 때부터 끝날 때까지의 시간. 대기열에서 기다린 시간은 제외</translation>
    </message>
    <message>
        <source>Average over the last 3 seconds</source>
        <translation>최근 3초간의 평균</translation>
    </message>
    <message>
        <source>Estimated from the current speed</source>
        <translation>현재 속도로 추정</translation>
    </message>
    <message>
        <source>Average over the download&apos;s time</source>
        <translation>다운로드 시간 전체의 평균</translation>
    </message>
    <message>
        <source>From sending the request to the server&apos;s response</source>
        <translation>요청을 보낸 때부터 서버가 응답할 때까지의 시간</translation>
    </message>
    <message>
        <source>How many times it was tried</source>
        <translation>시도한 횟수</translation>
    </message>
    <message>
        <source>The status code of the server&apos;s last response</source>
        <translation>서버의 마지막 응답 상태 코드</translation>
    </message>
    <message>
        <source>Of the waiting downloads, those with high priority start first</source>
        <translation>기다리는 다운로드 중 우선순위가 높은 것부터 시작합니다.</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>호스트</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>남은 시간</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Average speed</source>
        <translation>평균 속도</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>응답 대기</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP 상태</translation>
    </message>
    <message>
        <source>Saved as</source>
        <translation>저장 위치</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>우선순위</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::CommandLine</name>
    <message>
        <source>Start the demo, if the list is empty; no internet is needed.</source>
        <translation>목록이 비어 있으면 데모를 시작합니다. 인터넷은 필요 없습니다.</translation>
    </message>
    <message>
        <source>Add the links that are on the clipboard.</source>
        <translation>클립보드의 링크를 추가합니다.</translation>
    </message>
    <message>
        <source>Show this help and exit.</source>
        <translation>이 도움말을 표시하고 끝냅니다.</translation>
    </message>
    <message>
        <source>Show the version and exit.</source>
        <translation>버전을 표시하고 끝냅니다.</translation>
    </message>
    <message>
        <source>Downloads a list of links in parallel and measures how much faster that is than one at a time.</source>
        <translation>링크 목록을 동시에 다운로드하고, 하나씩 받을 때보다 얼마나 빠른지 측정합니다.</translation>
    </message>
    <message>
        <source>A link, or a file with a list of links in any format that Lapwing reads.</source>
        <translation>링크, 또는 Lapwing이 읽을 수 있는 형식으로 링크 목록이 든 파일.</translation>
    </message>
    <message>
        <source>%1 Did you mean &apos;--%2&apos;?</source>
        <translation>%1 혹시 &apos;--%2&apos;입니까?</translation>
    </message>
    <message>
        <source>lapwing: %1
Try lapwing --help.
</source>
        <translation>lapwing: %1
lapwing --help를 실행해 보십시오.
</translation>
    </message>
    <message>
        <source>Opens a window with the links and the lists (files in any format that Lapwing reads) that it is given. If a window is already open, they are added to its list. The help pages (F1) explain the rest.</source>
        <translation>지정한 링크와 목록(Lapwing이 읽을 수 있는 형식의 파일)으로 창을 엽니다. 창이 이미 열려 있으면 그 목록에 추가됩니다. 나머지 설명은 F1 도움말에 있습니다.</translation>
    </message>
    <message>
        <source>0 the window was closed, or the one that is open took the links; 1 the one that is open does not respond; 2 wrong usage.</source>
        <translation>0: 창이 닫혔거나, 열려 있는 창이 링크를 받음. 1: 열려 있는 창이 응답하지 않음. 2: 잘못된 사용법.</translation>
    </message>
    <message>
        <source>The list and the history, below XDG_DATA_HOME if that is set.</source>
        <translation>목록과 기록. XDG_DATA_HOME이 설정되어 있으면 그 아래에 저장됩니다.</translation>
    </message>
    <message>
        <source>The settings, below XDG_CONFIG_HOME if that is set.</source>
        <translation>설정. XDG_CONFIG_HOME이 설정되어 있으면 그 아래에 저장됩니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::CopyActions</name>
    <message>
        <source>Copy a curl command for the selected downloads, without passwords, cookies and headers</source>
        <translation>선택한 다운로드의 curl 명령을 복사합니다. 비밀번호, 쿠키, 헤더는 제외합니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln links copied</source>
        <translation>
            <numerusform>링크 %Ln개 복사됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln errors copied</source>
        <translation>
            <numerusform>오류 %Ln개 복사됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln curl commands copied, without passwords, cookies and headers</source>
        <translation>
            <numerusform>curl 명령 %Ln개 복사됨(비밀번호, 쿠키, 헤더 제외)</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>다른 형식으로 복사(&amp;A)</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>curl 명령으로 복사</translation>
    </message>
    <message numerus="yes">
        <source>%Ln links copied, without passwords, cookies and headers</source>
        <translation>
            <numerusform>링크 %Ln개 복사됨(비밀번호, 쿠키, 헤더 제외)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Cost</name>
    <message>
        <source>up to %1</source>
        <translation>최대 %1</translation>
    </message>
    <message>
        <source>Measuring downloads %1 once more, one at a time.</source>
        <translation>측정하면 %1 분량을 하나씩 한 번 더 다운로드합니다.</translation>
    </message>
    <message>
        <source>%1 Nothing is kept.</source>
        <translation>%1 파일은 남기지 않습니다.</translation>
    </message>
    <message>
        <source>%1 Files are deleted afterwards; the largest needs %2 (%3 free).</source>
        <translation>%1 파일은 측정 후 삭제하며, 가장 큰 파일에 %2의 공간이 필요합니다(남은 공간 %3).</translation>
    </message>
    <message>
        <source>%1 Files are deleted afterwards; the largest needs %2.</source>
        <translation>%1 파일은 측정 후 삭제하며, 가장 큰 파일에 %2의 공간이 필요합니다.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs</source>
        <translation>
            <numerusform>%Ln회 실행</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::DetailTables</name>
    <message>
        <source>not observable</source>
        <translation>관측 불가</translation>
    </message>
    <message>
        <source>reused: the connection was already open</source>
        <translation>재사용: 연결이 이미 열려 있었음</translation>
    </message>
    <message>
        <source>late: %1</source>
        <translation>늦음: %1</translation>
    </message>
    <message>
        <source>Redirected</source>
        <translation>리디렉션됨</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>of which: %1</source>
        <translation>그중: %1</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>응답 대기</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받은 크기</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>%1 reused</source>
        <comment>a phase</comment>
        <translation>%1 재사용</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a phase and its time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>세부 정보</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close the details (Esc)</source>
        <translation>세부 정보 닫기(Esc)</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>해결 방법</translation>
    </message>
    <message>
        <source>Timing, requests and file</source>
        <translation>시간 내역, 요청, 파일</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>시간 내역</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>지정되지 않음</translation>
    </message>
    <message>
        <source>%1, matches</source>
        <translation>%1, 일치</translation>
    </message>
    <message>
        <source>Folder in the list</source>
        <translation>목록에 지정된 폴더</translation>
    </message>
    <message>
        <source>Size in the list</source>
        <translation>목록에 적힌 크기</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>미러</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an address and how it stands</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>Saved as</source>
        <translation>저장 위치</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받은 크기</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>이어받은 크기</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>체크섬</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>프로토콜</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>속성</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Select a download to see its details.</source>
        <translation>세부 정보를 보려면 다운로드를 선택하십시오.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::DifferenceRows</name>
    <message>
        <source>First run</source>
        <translation>첫 번째 실행</translation>
    </message>
    <message>
        <source>Second run</source>
        <translation>두 번째 실행</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변화</translation>
    </message>
    <message>
        <source>Largest change in</source>
        <translation>가장 크게 변한 단계</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a trial, and which of its runs</comment>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>files of so many links</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>실행 전체</translation>
    </message>
    <message>
        <source>of which: %1</source>
        <comment>a phase</comment>
        <translation>그중: %1</translation>
    </message>
    <message numerus="yes">
        <source>Time of the %Ln files that both downloaded</source>
        <translation>
            <numerusform>양쪽에서 다운로드한 파일 %Ln개의 시간</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::DifferenceWindow</name>
    <message>
        <source>Two runs compared</source>
        <translation>두 실행 비교</translation>
    </message>
    <message>
        <source>Both runs</source>
        <translation>두 실행</translation>
    </message>
    <message>
        <source>Phases, summed over the files</source>
        <translation>단계(파일 합계)</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Files that changed most</source>
        <translation>가장 많이 달라진 파일</translation>
    </message>
    <message>
        <source>%1, compared with %2 – Lapwing</source>
        <comment>the dates of two runs</comment>
        <translation>%1, %2 실행과 비교 – Lapwing</translation>
    </message>
    <message>
        <source>What is compared?</source>
        <translation>무엇을 비교하나요?</translation>
    </message>
    <message>
        <source>The %1 of %2 files that changed most</source>
        <translation>파일 %2개 가운데 가장 많이 달라진 %1개</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::DiskFullBar</name>
    <message>
        <source>The disk is full</source>
        <translation>디스크가 꽉 찼습니다</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>이어받기(&amp;R)</translation>
    </message>
    <message>
        <source>Continue all downloads once space has been freed</source>
        <translation>공간을 확보한 뒤 모든 다운로드를 계속합니다</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::DownloadController</name>
    <message>
        <source>The download engine has been unresponsive since %1 into this run; affected times are marked as late.</source>
        <translation>이번 실행의 %1 시점부터 다운로드 엔진이 응답하지 않습니다. 영향을 받은 시간은 “늦음”으로 표시합니다.</translation>
    </message>
    <message>
        <source>Not started: %1</source>
        <translation>시작하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Not started: the disk with the cookie file, the certificates or ~/.netrc does not respond. Choose other files in the settings, or none.</source>
        <translation>시작하지 못했습니다: 쿠키 파일, 인증서 또는 ~/.netrc가 있는 디스크가 응답하지 않습니다. 설정에서 다른 파일을 고르거나 비워 두십시오.</translation>
    </message>
    <message>
        <source>Three test downloads from a built-in server. Nothing is written to disk.</source>
        <translation>내장 서버에서 시험용 파일 세 개를 다운로드합니다. 디스크에는 아무것도 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Measurement stopped; showing the estimate.</source>
        <translation>측정을 중지했습니다. 추정값을 표시합니다.</translation>
    </message>
    <message>
        <source>Measured once, after the parallel run.</source>
        <translation>동시 실행에 이어 한 번 측정했습니다.</translation>
    </message>
    <message>
        <source>Measurement stopped; showing the previous result.</source>
        <translation>측정을 중지했습니다. 이전 측정값을 표시합니다.</translation>
    </message>
    <message>
        <source>Measurement failed; showing the previous result.</source>
        <translation>측정하지 못했습니다. 이전 측정값을 표시합니다.</translation>
    </message>
    <message>
        <source>Nothing was downloaded. %1 %2</source>
        <translation>아무것도 다운로드하지 않았습니다. %1 %2</translation>
    </message>
    <message>
        <source>Stopped. Partial downloads are kept if the server supports resuming; press Start to continue.</source>
        <translation>중지했습니다. 서버가 이어받기를 지원하면 부분 파일을 남겨 둡니다. 계속하려면 “시작”을 누르십시오.</translation>
    </message>
    <message>
        <source>Now measure one at a time, or drop your own links here.</source>
        <translation>이제 하나씩 받아 측정해 보거나, 원하는 링크를 여기에 끌어다 놓으십시오.</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln downloads</source>
        <translation>
            <numerusform>다운로드 %Ln개 취소</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads cancelled.</source>
        <translation>
            <numerusform>다운로드 %Ln개를 취소했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking %Ln files…</source>
        <translation>
            <numerusform>파일 %Ln개 확인 중…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files could not be moved to the trash, and stay in the list.</source>
        <translation>
            <numerusform>파일 %Ln개를 휴지통으로 옮기지 못해 목록에 남겼습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln files to the trash</source>
        <translation>
            <numerusform>파일 %Ln개를 휴지통으로 이동</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files moved to the trash.</source>
        <translation>
            <numerusform>파일 %Ln개를 휴지통으로 옮겼습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln downloads</source>
        <translation>
            <numerusform>다운로드 %Ln개 제거</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads removed.</source>
        <translation>
            <numerusform>다운로드 %Ln개를 제거했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear list of %Ln downloads</source>
        <translation>
            <numerusform>다운로드 %Ln개가 든 목록 지우기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln downloads</source>
        <translation>
            <numerusform>다운로드 %Ln개 이동</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads moved to the top.</source>
        <translation>
            <numerusform>다운로드 %Ln개를 맨 위로 옮겼습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads moved to the bottom.</source>
        <translation>
            <numerusform>다운로드 %Ln개를 맨 아래로 옮겼습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change of priority</source>
        <translation>우선순위 변경</translation>
    </message>
    <message numerus="yes">
        <source>Priority of %Ln downloads: %1</source>
        <translation>
            <numerusform>다운로드 %Ln개의 우선순위: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Set checksum</source>
        <translation>체크섬 지정</translation>
    </message>
    <message>
        <source>Edit download</source>
        <translation>다운로드 편집</translation>
    </message>
    <message>
        <source>Download edited.</source>
        <translation>다운로드를 편집했습니다.</translation>
    </message>
    <message>
        <source>The current run still saves in %1, and its partial files continue there. The next run saves everything else in %2.</source>
        <translation>이번 실행은 계속 %1에 저장하며, 남은 부분 파일도 그 폴더에서 이어받습니다. 그 밖의 파일은 다음 실행부터 %2에 저장합니다.</translation>
    </message>
    <message>
        <source>Downloads with a partial file continue in %1; all others are saved in %2.</source>
        <translation>부분 파일이 있는 다운로드는 %1에서 이어받고, 나머지는 모두 %2에 저장합니다.</translation>
    </message>
    <message>
        <source>Not changed: the download is no longer in the list.</source>
        <translation>변경하지 못했습니다: 다운로드가 더 이상 목록에 없습니다.</translation>
    </message>
    <message>
        <source>Not changed: the download is complete.</source>
        <translation>변경하지 못했습니다: 다운로드가 이미 완료되었습니다.</translation>
    </message>
    <message>
        <source>Not changed: a run has started in the meantime. Try again when it has ended.</source>
        <translation>변경하지 못했습니다: 그 사이에 실행이 시작되었습니다. 실행이 끝난 뒤 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The partial file of %1 could not be moved; the download starts over.</source>
        <translation>%1의 부분 파일을 옮기지 못했습니다. 처음부터 다시 다운로드합니다.</translation>
    </message>
    <message>
        <source>Not changed: the link is already in the list.</source>
        <translation>변경하지 못했습니다: 링크가 이미 목록에 있습니다.</translation>
    </message>
    <message>
        <source>The demo needs an empty list. Clear the list first.</source>
        <translation>데모는 빈 목록에서만 실행됩니다. 먼저 목록을 지우십시오.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::DropZone</name>
    <message>
        <source>No links found in what you are dragging</source>
        <translation>끌어온 내용에 링크가 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>Drop to add %Ln links</source>
        <translation>
            <numerusform>놓으면 링크 %Ln개 추가</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop to add links</source>
        <translation>놓으면 링크 추가</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::EndedText</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>파일 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>실패 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 동안 %1</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::EntryDialog</name>
    <message>
        <source>Edit download</source>
        <translation>다운로드 편집</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>from the link or the server</source>
        <translation>링크나 서버에서 가져옴</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>the download folder</source>
        <translation>다운로드 폴더</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>체크섬</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>Name: value, one on each line</source>
        <translation>이름: 값, 한 줄에 하나씩</translation>
    </message>
    <message>
        <source>as for all downloads</source>
        <translation>모든 다운로드와 같음</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>링크</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::EntryEdit</name>
    <message>
        <source>The name must not contain “/”.</source>
        <translation>이름에는 “/”를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The folder must not contain “..”.</source>
        <translation>폴더에는 “..”을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>This is not a folder on this computer.</source>
        <translation>이 컴퓨터의 폴더가 아닙니다.</translation>
    </message>
    <message>
        <source>%1: enter %2.</source>
        <translation>%1: 쓸 수 있는 값은 %2입니다.</translation>
    </message>
    <message>
        <source>Enter one link and nothing else.</source>
        <translation>링크 하나만 입력하십시오.</translation>
    </message>
    <message>
        <source>This link is already in the list.</source>
        <translation>이미 목록에 있는 링크입니다.</translation>
    </message>
    <message>
        <source>The hidden values are for the server of the previous link. Enter them again or remove these headers.</source>
        <translation>가려진 값은 이전 링크의 서버에 쓰는 값입니다. 다시 입력하거나 이 헤더를 지우십시오.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Explanation</name>
    <message>
        <source>Measured: the same files were downloaded again, one at a time, with all other settings unchanged.</source>
        <translation>측정됨: 같은 파일을 하나씩 다시 다운로드했으며, 다른 설정은 모두 그대로 두었습니다.</translation>
    </message>
    <message>
        <source>“Measure exactly” downloads the same files again, one at a time, and replaces the estimate with the measured time.</source>
        <translation>“정확히 측정”은 같은 파일을 하나씩 다시 다운로드하여 추정값을 측정한 시간으로 바꿉니다.</translation>
    </message>
    <message>
        <source>So far: what has been received, compared with the time elapsed.</source>
        <translation>현재까지: 지금까지 받은 양을 경과 시간과 비교한 값입니다.</translation>
    </message>
    <message>
        <source>The whole run, including the downloads that yielded no file, took %1.</source>
        <translation>파일을 받지 못한 다운로드까지 포함하면 전체 실행에 %1 걸렸습니다.</translation>
    </message>
    <message>
        <source>Unverified: %1</source>
        <translation>검증 안 됨: %1</translation>
    </message>
    <message>
        <source>Skipped: a file of that name existed, and you chose to keep it.</source>
        <translation>건너뜀: 같은 이름의 파일이 있어 설정대로 그 파일을 남겼습니다.</translation>
    </message>
    <message>
        <source>“Together” is the time during which at least one of the downloads that yielded a file was active.</source>
        <translation>“함께”는 파일을 받은 다운로드가 하나라도 진행 중이던 시간입니다.</translation>
    </message>
    <message>
        <source>“One at a time” is first estimated from that run as a range; its limits are explained here.</source>
        <translation>“하나씩”은 먼저 그 실행을 바탕으로 범위로 추정합니다. 추정의 한계는 여기에서 설명합니다.</translation>
    </message>
    <message>
        <source>Both bars share one scale; its end value is shown, and it grows in steps.</source>
        <translation>두 막대는 같은 눈금을 쓰며, 눈금의 끝값이 표시되어 있습니다. 눈금은 단계적으로 커집니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Exporting</name>
    <message>
        <source>Export failed: the ending of %1 is not a known format. It must end in %2.</source>
        <translation>내보내지 못했습니다: %1 파일의 확장자가 알려진 형식이 아닙니다. 쓸 수 있는 확장자: %2.</translation>
    </message>
    <message>
        <source>Export failed: %1 %2</source>
        <translation>내보내지 못했습니다: %1 %2</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>내보낸 파일: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln links exported to %1</source>
        <translation>
            <numerusform>링크 %Ln개를 내보낸 파일: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::FileActions</name>
    <message>
        <source>Check a&amp;gain</source>
        <translation>다시 확인(&amp;G)</translation>
    </message>
    <message>
        <source>Move to tras&amp;h</source>
        <translation>휴지통으로 이동(&amp;H)</translation>
    </message>
    <message>
        <source>Read the files of the selected downloads again, and compare them with what was downloaded</source>
        <translation>선택한 다운로드의 파일을 다시 읽어 다운로드한 내용과 비교합니다</translation>
    </message>
    <message>
        <source>Move the files of the selected downloads to the trash, and remove their rows; Undo brings both back</source>
        <translation>선택한 다운로드의 파일을 휴지통으로 옮기고 행을 제거합니다. 실행 취소로 둘 다 되돌릴 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::FileSettings</name>
    <message>
        <source>Speed limit</source>
        <translation>속도 제한</translation>
    </message>
    <message>
        <source>bytes per second: 500K, 2M</source>
        <translation>초당 바이트 수(예: 500K, 2M)</translation>
    </message>
    <message>
        <source>Minimum speed</source>
        <translation>최소 속도</translation>
    </message>
    <message>
        <source>bytes per second: 500, 10K</source>
        <translation>초당 바이트 수(예: 500, 10K)</translation>
    </message>
    <message>
        <source>0 to 600 seconds</source>
        <translation>0~600초</translation>
    </message>
    <message>
        <source>1 to 600 seconds</source>
        <translation>1~600초</translation>
    </message>
    <message>
        <source>Connection timeout</source>
        <translation>연결 제한 시간</translation>
    </message>
    <message>
        <source>Replace an existing file</source>
        <translation>기존 파일 바꾸기</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 또는 false</translation>
    </message>
    <message>
        <source>Number the file if its name is taken</source>
        <translation>같은 이름이 있으면 파일에 번호 붙이기</translation>
    </message>
    <message>
        <source>%1 (not used)</source>
        <translation>%1(사용 안 함)</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>false (a list cannot turn this on)</source>
        <translation>false(목록에서는 켤 수 없음)</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>프록시</translation>
    </message>
    <message>
        <source>http://host:port, socks5://host:port, or none</source>
        <translation>http://host:port, socks5://host:port 또는 none</translation>
    </message>
    <message>
        <source>Attempts in all</source>
        <translation>전체 시도 횟수</translation>
    </message>
    <message>
        <source>a number; 1 is no retry, 0 is no limit</source>
        <translation>숫자(1은 재시도 안 함, 0은 제한 없음)</translation>
    </message>
    <message>
        <source>Delay before a retry</source>
        <translation>재시도 전 간격</translation>
    </message>
    <message>
        <source>Response and stall timeout</source>
        <translation>응답 및 수신 멈춤 제한 시간</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Filter</name>
    <message>
        <source>“status:” needs a code such as 404, or 4xx for all of them.</source>
        <translation>“status:” 뒤에는 404 같은 코드나 4xx(400번대 전체)가 필요합니다.</translation>
    </message>
    <message>
        <source>“larger:” needs a size such as 10MB.</source>
        <translation>“larger:” 뒤에는 10MB 같은 크기가 필요합니다.</translation>
    </message>
    <message>
        <source>“smaller:” needs a size such as 10MB.</source>
        <translation>“smaller:” 뒤에는 10MB 같은 크기가 필요합니다.</translation>
    </message>
    <message>
        <source>“slower:” needs a speed such as 100kB/s.</source>
        <translation>“slower:” 뒤에는 100kB/s 같은 속도가 필요합니다.</translation>
    </message>
    <message>
        <source>“longer:” needs a time such as 5s.</source>
        <translation>“longer:” 뒤에는 5s 같은 시간이 필요합니다.</translation>
    </message>
    <message>
        <source>“is:” needs one of %1.</source>
        <translation>“is:” 뒤에는 다음 중 하나가 필요합니다: %1.</translation>
    </message>
    <message>
        <source>“%1:” is not a search key; put text with a colon in quotes.</source>
        <translation>“%1:” 검색 키는 없습니다. 콜론이 든 텍스트는 따옴표로 묶으십시오.</translation>
    </message>
    <message>
        <source>Type a value after “%1:”.</source>
        <translation>“%1:” 뒤에 값을 입력하십시오.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::FilterBar</name>
    <message>
        <source>%1 %2</source>
        <extracomment>A button: a group of rows and how many are in it, &quot;Failed 3&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Show all downloads</source>
        <translation>모든 다운로드 표시</translation>
    </message>
    <message>
        <source>Show only: %1</source>
        <translation>다음만 표시: %1</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::HelpLink</name>
    <message>
        <source>How is this calculated?</source>
        <translation>계산 방법</translation>
    </message>
    <message>
        <source>More on this in the help</source>
        <translation>도움말에서 자세히 보기</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>목차</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>도움말 검색</translation>
    </message>
    <message>
        <source>Pre&amp;vious</source>
        <translation>이전(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>다음(&amp;N)</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>찾은 내용 없음</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Search all pages (Ctrl+F). Enter: next result, Shift+Enter: previous</source>
        <translation>모든 페이지에서 검색합니다(Ctrl+F). Enter: 다음 결과, Shift+Enter: 이전 결과</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::HistoryColumns</name>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>최적의 수 찾기</translation>
    </message>
    <message>
        <source>Together and one at a time, in several rounds</source>
        <translation>함께 받기와 하나씩 받기를 여러 회차에 걸쳐 비교</translation>
    </message>
    <message>
        <source>Several numbers of simultaneous downloads</source>
        <translation>여러 가지 동시 다운로드 수로 실행</translation>
    </message>
    <message>
        <source>The number that the sweep recommends</source>
        <translation>최적의 수 찾기에서 권장한 수</translation>
    </message>
    <message>
        <source>Estimated from the parallel run, not measured</source>
        <translation>동시 실행에서 추정한 값이며 측정하지 않음</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>측정됨</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>측정 안 됨</translation>
    </message>
    <message>
        <source>No figure: open the run to see why</source>
        <translation>수치 없음: 이유를 보려면 실행을 여십시오</translation>
    </message>
    <message>
        <source>Measured; the interval is %1 to %2</source>
        <translation>측정됨, 신뢰 구간 %1~%2</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>동시</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>함께</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>하나씩</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>속도 향상</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>병목</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1: 알 수 없음</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>continued from %1</source>
        <translation>%1 실행에서 이어짐</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>Run (%1)</source>
        <translation>실행(%1)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Covers only what the interrupted run of %1 had left.</source>
        <translation>%1에 시작했다가 중단된 실행에서 남은 것만 다룹니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>a host and how many others</comment>
        <translation>
            <numerusform>%1 외 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Host</source>
        <translation>호스트</translation>
    </message>
    <message>
        <source>%1 bytes, of the files that were downloaded</source>
        <translation>다운로드한 파일의 크기 %1바이트</translation>
    </message>
    <message numerus="yes">
        <source>Interrupted: %1 of %Ln downloads did not finish.</source>
        <translation>
            <numerusform>중단됨: 다운로드 %Ln개 중 %1개가 끝나지 않았습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln links yielded a file</source>
        <translation>
            <numerusform>링크 %Ln개 중 %1개에서 파일을 받음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the %Ln links that yielded a file</source>
        <translation>
            <numerusform>파일을 받은 링크 %Ln개 기준</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::HistoryFigures</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>%1, estimated</source>
        <translation>%1, 추정</translation>
    </message>
    <message>
        <source>%1 to %2, estimated</source>
        <translation>%1~%2, 추정</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::HistoryReports</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::HistoryTrouble</name>
    <message>
        <source>the file is damaged.</source>
        <translation>파일이 손상되었습니다.</translation>
    </message>
    <message>
        <source>a newer version of Lapwing wrote the file.</source>
        <translation>상위 버전의 Lapwing에서 만든 파일입니다.</translation>
    </message>
    <message>
        <source>the disk is full.</source>
        <translation>디스크가 꽉 찼습니다.</translation>
    </message>
    <message>
        <source>the data folder cannot be written to.</source>
        <translation>데이터 폴더에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>another program keeps the file locked.</source>
        <translation>다른 프로그램이 파일을 잠그고 있습니다.</translation>
    </message>
    <message>
        <source>the disk reported an error.</source>
        <translation>디스크 오류가 발생했습니다.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is not installed.</source>
        <translation>Qt의 SQLite 드라이버가 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The history cannot be read: %1</source>
        <translation>기록을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>This run cannot be read: it is damaged or no longer kept.</source>
        <translation>이 실행을 읽을 수 없습니다. 손상되었거나 더는 보관되지 않습니다.</translation>
    </message>
    <message>
        <source>This run cannot be read: %1</source>
        <translation>이 실행을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The history cannot be changed: %1</source>
        <translation>기록을 바꿀 수 없습니다: %1</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::HistoryWindow</name>
    <message>
        <source>History – Lapwing</source>
        <translation>기록 – Lapwing</translation>
    </message>
    <message>
        <source>Finished runs</source>
        <translation>끝난 실행</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>기록(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>열기(&amp;O)</translation>
    </message>
    <message>
        <source>Show the report of the selected run</source>
        <translation>선택한 실행의 보고서를 표시합니다</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>비교(&amp;C)</translation>
    </message>
    <message>
        <source>Show what got slower or faster between two selected runs</source>
        <translation>선택한 두 실행 사이에 느려지거나 빨라진 점을 표시합니다</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>Export the selected run; the file name&apos;s ending selects the format</source>
        <translation>선택한 실행을 내보냅니다. 형식은 파일 확장자로 정해집니다.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>삭제(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the selected runs from the history; downloaded files stay</source>
        <translation>선택한 실행을 기록에서 삭제합니다. 다운로드한 파일은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>Put back the runs that were deleted last</source>
        <translation>마지막에 삭제한 실행을 되돌립니다</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>모두 선택(&amp;A)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>닫기(&amp;L)</translation>
    </message>
    <message>
        <source>Finished runs are kept here.</source>
        <translation>끝난 실행이 여기에 보관됩니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs deleted.</source>
        <translation>
            <numerusform>실행 %Ln개를 삭제했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>&amp;Add to list</source>
        <translation>목록에 추가(&amp;A)</translation>
    </message>
    <message>
        <source>Add the links of the selected run to the list of downloads. Files that are on disk are not downloaded again, unless you choose another folder or remove them first</source>
        <translation>선택한 실행의 링크를 다운로드 목록에 추가합니다. 디스크에 있는 파일은 먼저 다른 폴더를 고르거나 지우지 않으면 다시 다운로드하지 않습니다</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Instance</name>
    <message>
        <source>Lapwing is already running but does not respond.</source>
        <translation>Lapwing이 이미 실행 중이지만 응답하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::LaneTitle</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::LinksDialog</name>
    <message>
        <source>Add links</source>
        <translation>링크 추가</translation>
    </message>
    <message>
        <source>&amp;Links, one per line, or a list in another format:</source>
        <translation>한 줄에 하나씩 쓴 링크 또는 다른 형식의 목록(&amp;L):</translation>
    </message>
    <message>
        <source>&amp;Open list…</source>
        <translation>목록 열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>https://example.org/file.iso</source>
        <translation>https://example.org/file.iso</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>지우기(&amp;C)</translation>
    </message>
    <message>
        <source>Links that the ranges stand for</source>
        <translation>범위가 나타내는 링크</translation>
    </message>
    <message>
        <source>Filter the links</source>
        <translation>링크 필터</translation>
    </message>
    <message>
        <source>Filter by name, host, folder or state</source>
        <translation>이름, 호스트, 폴더, 상태로 필터링</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>모두 선택(&amp;A)</translation>
    </message>
    <message>
        <source>Select all links that are shown</source>
        <translation>표시된 링크를 모두 선택합니다</translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation>모두 선택 해제(&amp;N)</translation>
    </message>
    <message>
        <source>Deselect all links that are shown</source>
        <translation>표시된 링크를 모두 선택 해제합니다</translation>
    </message>
    <message>
        <source>Ask for &amp;sizes</source>
        <translation>크기 확인(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Refused lines</source>
        <translation>거부된 줄(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>폴더(&amp;F):</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>선택(&amp;H)…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>폴더 선택</translation>
    </message>
    <message>
        <source>A&amp;t once:</source>
        <translation>동시 다운로드 수(&amp;T):</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Add and start</source>
        <translation>추가하고 시작</translation>
    </message>
    <message>
        <source>Ask the servers for the sizes of the selected links, of at most %L1 at a time</source>
        <translation>선택한 링크의 크기를 서버에 묻습니다(한 번에 최대 %L1개).</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>붙여 넣은 텍스트</translation>
    </message>
    <message>
        <source>Only for lists that you trust</source>
        <translation>신뢰하는 목록에만 쓰십시오</translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln files outside the folder, where the &amp;list says</source>
        <translation>
            <numerusform>파일 %Ln개를 폴더 밖, 목록에 적힌 위치에 저장(&amp;L)</numerusform>
        </translation>
    </message>
    <message>
        <source>Not used: %1</source>
        <translation>사용하지 않음: %1</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::ListPage</name>
    <message>
        <source>&amp;Details</source>
        <translation>세부 정보(&amp;D)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads are no longer selected: the selected rows are now too scattered.</source>
        <translation>
            <numerusform>행이 너무 많은 곳에 흩어져 다운로드 %Ln개의 선택을 해제했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show everything known about the selected download (Ctrl+I)</source>
        <translation>선택한 다운로드의 모든 정보를 표시합니다(Ctrl+I)</translation>
    </message>
    <message>
        <source>No download matches.</source>
        <translation>일치하는 다운로드가 없습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%2개 중 %1개 표시</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::ListWriting</name>
    <message>
        <source>Plain text</source>
        <translation>일반 텍스트</translation>
    </message>
    <message>
        <source>aria2 input file</source>
        <translation>aria2 입력 파일</translation>
    </message>
    <message>
        <source>Metalink</source>
        <translation>Metalink</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 표</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>curl commands</source>
        <translation>curl 명령</translation>
    </message>
    <message numerus="yes">
        <source>%1. This format cannot contain everything the list says of %Ln links.</source>
        <translation>
            <numerusform>%1. 링크 %Ln개는 목록에 있는 정보를 이 형식에 모두 담을 수 없습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::MainWindow</name>
    <message>
        <source>No downloads</source>
        <translation>다운로드 없음</translation>
    </message>
    <message>
        <source>Drop links or a text file here, or press Ctrl+V.</source>
        <translation>링크나 텍스트 파일을 여기에 끌어다 놓거나 Ctrl+V를 누르십시오.</translation>
    </message>
    <message>
        <source>Open a list…</source>
        <translation>목록 열기…</translation>
    </message>
    <message>
        <source>Try the demo (no internet needed)</source>
        <translation>데모 실행(인터넷 불필요)</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>다운로드</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Downloads</source>
        <translation>다운로드(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>도구 모음</translation>
    </message>
    <message>
        <source>&amp;Add links…</source>
        <translation>링크 추가(&amp;A)…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Type or paste links (Ctrl+N)</source>
        <translation>링크를 입력하거나 붙여 넣습니다(Ctrl+N)</translation>
    </message>
    <message>
        <source>&amp;Open list…</source>
        <translation>목록 열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Add the links of a text file (Ctrl+O)</source>
        <translation>텍스트 파일의 링크를 추가합니다(Ctrl+O)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>Export the last run (Ctrl+S)</source>
        <translation>마지막 실행을 내보냅니다(Ctrl+S)</translation>
    </message>
    <message>
        <source>Change download &amp;folder…</source>
        <translation>다운로드 폴더 변경(&amp;F)…</translation>
    </message>
    <message>
        <source>Open &amp;download folder</source>
        <translation>다운로드 폴더 열기(&amp;D)</translation>
    </message>
    <message>
        <source>Open the download folder in the file manager</source>
        <translation>파일 관리자에서 다운로드 폴더를 엽니다</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>찾기(&amp;F)</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>목록에서 검색합니다</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Paste links</source>
        <translation>링크 붙여넣기(&amp;P)</translation>
    </message>
    <message>
        <source>Add the links on the clipboard</source>
        <translation>클립보드의 링크를 추가합니다</translation>
    </message>
    <message>
        <source>Re&amp;move selected</source>
        <translation>선택 항목 제거(&amp;M)</translation>
    </message>
    <message>
        <source>Remove the selected rows from the list (files are kept)</source>
        <translation>선택한 행을 목록에서 제거합니다(파일은 남습니다)</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>목록 지우기(&amp;C)</translation>
    </message>
    <message>
        <source>Remove all rows from the list (files are kept)</source>
        <translation>모든 행을 목록에서 제거합니다(파일은 남습니다)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>시작(&amp;S)</translation>
    </message>
    <message>
        <source>Start all downloads that are not done (Ctrl+Return)</source>
        <translation>완료되지 않은 다운로드를 모두 시작합니다(Ctrl+Return)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>중지(&amp;T)</translation>
    </message>
    <message>
        <source>Stop all downloads (Ctrl+.)</source>
        <translation>모든 다운로드를 중지합니다(Ctrl+.)</translation>
    </message>
    <message>
        <source>&amp;Measure once</source>
        <translation>한 번 측정(&amp;M)</translation>
    </message>
    <message>
        <source>Find the &amp;best number…</source>
        <translation>최적의 수 찾기(&amp;B)…</translation>
    </message>
    <message>
        <source>Try several numbers of simultaneous downloads</source>
        <translation>여러 가지 동시 다운로드 수를 시험합니다</translation>
    </message>
    <message>
        <source>Measure &amp;exactly…</source>
        <translation>정확히 측정(&amp;E)…</translation>
    </message>
    <message>
        <source>Measure how much faster together is than one at a time, once or in rounds (Ctrl+Shift+M)</source>
        <translation>하나씩 받을 때보다 함께 받을 때 얼마나 빠른지 한 번 또는 여러 회차에 걸쳐 측정합니다(Ctrl+Shift+M)</translation>
    </message>
    <message>
        <source>Open a &amp;run…</source>
        <translation>실행 문서 열기(&amp;R)…</translation>
    </message>
    <message>
        <source>Open a run that was exported as JSON</source>
        <translation>JSON으로 내보낸 실행을 엽니다</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>기록(&amp;H)</translation>
    </message>
    <message>
        <source>Show the runs that were kept (Ctrl+H)</source>
        <translation>보관된 실행을 표시합니다(Ctrl+H)</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>보고서(&amp;R)</translation>
    </message>
    <message>
        <source>Show a report of the last run: where the time went</source>
        <translation>마지막 실행에서 시간이 어디에 쓰였는지 보고서로 표시합니다</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>데모 실행(&amp;D)</translation>
    </message>
    <message>
        <source>Three test downloads from a built-in server; no internet needed</source>
        <translation>내장 서버에서 시험용 파일 세 개를 다운로드합니다. 인터넷은 필요 없습니다.</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>설정(&amp;S)…</translation>
    </message>
    <message>
        <source>Settings for all runs</source>
        <translation>모든 실행에 적용되는 설정</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>일시 정지(&amp;P)</translation>
    </message>
    <message>
        <source>Pause the selected downloads; partial files are kept</source>
        <translation>선택한 다운로드를 일시 정지합니다. 부분 파일은 남습니다.</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>이어받기(&amp;R)</translation>
    </message>
    <message>
        <source>Resume the selected downloads</source>
        <translation>선택한 다운로드를 이어받습니다</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>취소(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel the selected downloads; Undo brings them back</source>
        <translation>선택한 다운로드를 취소합니다. 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Retr&amp;y</source>
        <translation>다시 시도(&amp;Y)</translation>
    </message>
    <message>
        <source>Retry the selected downloads now</source>
        <translation>선택한 다운로드를 지금 다시 시도합니다</translation>
    </message>
    <message>
        <source>Pause &amp;all</source>
        <translation>모두 일시 정지(&amp;A)</translation>
    </message>
    <message>
        <source>Pause all downloads; partial files are kept</source>
        <translation>모든 다운로드를 일시 정지합니다. 부분 파일은 남습니다.</translation>
    </message>
    <message>
        <source>Res&amp;ume all</source>
        <translation>모두 이어받기(&amp;U)</translation>
    </message>
    <message>
        <source>Resume all paused downloads</source>
        <translation>일시 정지된 다운로드를 모두 이어받습니다</translation>
    </message>
    <message>
        <source>Retry &amp;failed</source>
        <translation>실패한 항목 다시 시도(&amp;F)</translation>
    </message>
    <message>
        <source>Retry all failed downloads (Ctrl+R)</source>
        <translation>실패한 다운로드를 모두 다시 시도합니다(Ctrl+R)</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>링크 복사(&amp;L)</translation>
    </message>
    <message>
        <source>Copy &amp;error</source>
        <translation>오류 복사(&amp;E)</translation>
    </message>
    <message>
        <source>Copy the error messages of the selected downloads</source>
        <translation>선택한 다운로드의 오류 메시지를 복사합니다</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>열기(&amp;O)</translation>
    </message>
    <message>
        <source>Open the file (Return)</source>
        <translation>파일을 엽니다(Return)</translation>
    </message>
    <message>
        <source>Sho&amp;w in folder</source>
        <translation>폴더에서 보기(&amp;W)</translation>
    </message>
    <message>
        <source>Open its folder in the file manager (Shift+Return)</source>
        <translation>파일 관리자에서 파일이 든 폴더를 엽니다(Shift+Return)</translation>
    </message>
    <message>
        <source>Chec&amp;ksum…</source>
        <translation>체크섬(&amp;K)…</translation>
    </message>
    <message>
        <source>Set the expected checksum of the file</source>
        <translation>파일의 예상 체크섬을 지정합니다</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>키보드 단축키(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>목차(&amp;C)</translation>
    </message>
    <message>
        <source>Explain the terms and figures</source>
        <translation>용어와 수치를 설명합니다</translation>
    </message>
    <message>
        <source>&amp;About Lapwing</source>
        <translation>Lapwing 정보(&amp;A)</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>%1. The next run saves them in %2; the current one still saves in %3.</source>
        <translation>%1. 다음 실행에서 %2에 저장합니다. 이번 실행은 계속 %3에 저장합니다.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Available after a finished run that downloaded files</source>
        <translation>파일을 다운로드한 실행이 끝난 뒤에 사용할 수 있습니다</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>bytes, speed</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The last run</source>
        <translation>마지막 실행</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>되돌렸습니다: %1.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Redone: %1.</source>
        <translation>다시 적용했습니다: %1.</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>실행 취소(&amp;U): %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>다시 실행(&amp;R): %1</translation>
    </message>
    <message>
        <source>Reading the saved list…</source>
        <translation>저장된 목록을 읽는 중…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads are unfinished.</source>
        <translation>
            <numerusform>끝나지 않은 다운로드가 %Ln개 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>모두 이어받기</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>최적의 수 찾기</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>From now on %1 at once.</source>
        <translation>이제부터 동시 %1개로 다운로드합니다.</translation>
    </message>
    <message>
        <source>The measurement continues.</source>
        <translation>측정을 계속합니다.</translation>
    </message>
    <message>
        <source>&amp;Primer</source>
        <translation>입문(&amp;P)</translation>
    </message>
    <message>
        <source>Asynchronous programs in short lessons that run</source>
        <translation>직접 실행해 보는 짧은 비동기 프로그램 강의</translation>
    </message>
    <message>
        <source>Lapwing downloads them at the same time, and measures how much faster that is than one after another.</source>
        <translation>Lapwing은 링크를 동시에 다운로드하고, 하나씩 받을 때보다 얼마나 빠른지 측정합니다.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <comment>bytes and speed, time</comment>
        <translation>%1, %2 남음</translation>
    </message>
    <message>
        <source>%1 Double-click a failed download to see why.</source>
        <translation>%1 실패한 다운로드를 두 번 클릭하면 이유가 표시됩니다.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>%1; the filter hides new downloads</source>
        <translation>%1. 필터 때문에 새 다운로드가 보이지 않습니다</translation>
    </message>
    <message>
        <source>All files: %1</source>
        <translation>전체 파일: %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Export &amp;links</source>
        <translation>링크 내보내기(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;All…</source>
        <translation>전체(&amp;A)…</translation>
    </message>
    <message>
        <source>Export all links of the list</source>
        <translation>목록의 모든 링크를 내보냅니다</translation>
    </message>
    <message>
        <source>&amp;Failed…</source>
        <translation>실패한 항목(&amp;F)…</translation>
    </message>
    <message>
        <source>Export the links of all failed downloads</source>
        <translation>실패한 모든 다운로드의 링크를 내보냅니다</translation>
    </message>
    <message>
        <source>&amp;Selected…</source>
        <translation>선택한 항목(&amp;S)…</translation>
    </message>
    <message>
        <source>Export the links of the selected downloads</source>
        <translation>선택한 다운로드의 링크를 내보냅니다</translation>
    </message>
    <message>
        <source>Re&amp;fused lines</source>
        <translation>거부된 줄(&amp;F)</translation>
    </message>
    <message>
        <source>Show the lines of lists that were refused</source>
        <translation>목록에서 거부된 줄을 표시합니다</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Notifier</name>
    <message>
        <source>Show Lapwing</source>
        <translation>Lapwing 표시</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::OpenWithMenu</name>
    <message>
        <source>Ope&amp;n with</source>
        <translation>연결 프로그램(&amp;N)</translation>
    </message>
    <message>
        <source>Looking for applications…</source>
        <translation>프로그램을 찾는 중…</translation>
    </message>
    <message>
        <source>No application is known for this kind of file</source>
        <translation>이 종류의 파일을 열 수 있는 프로그램이 없습니다</translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation>%1 프로그램을 시작하지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::PreviewColumns</name>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새 링크</translation>
    </message>
    <message>
        <source>Same name as another; saved as “%1”</source>
        <translation>다른 링크와 이름이 같아 “%1” 이름으로 저장</translation>
    </message>
    <message>
        <source>Already in the list</source>
        <translation>이미 목록에 있음</translation>
    </message>
    <message>
        <source>Same link as row %1</source>
        <translation>%1행과 같은 링크</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>거부됨: %1</translation>
    </message>
    <message>
        <source>Refused, line %1: %2</source>
        <translation>거부됨(%1번째 줄): %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>호스트</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::PreviewTable</name>
    <message>
        <source>Links to add</source>
        <translation>추가할 링크</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::PreviewText</name>
    <message numerus="yes">
        <source>%Ln links</source>
        <translation>
            <numerusform>링크 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>새 링크 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln renamed</source>
        <translation>
            <numerusform>이름 변경 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already there</source>
        <translation>
            <numerusform>이미 있음 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>거부됨 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>선택됨 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>lists, n more lists</comment>
        <translation>%1 외 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more lists</source>
        <translation>
            <numerusform>목록 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Expand ranges (%1 links are too many; at most %2)</source>
        <translation>범위 펼치기(링크 %1개는 너무 많음, 최대 %2개)</translation>
    </message>
    <message numerus="yes">
        <source>Expand ranges (%Ln links)</source>
        <translation>
            <numerusform>범위 펼치기(링크 %Ln개)</numerusform>
        </translation>
    </message>
    <message>
        <source>names read as %1</source>
        <translation>이름을 %1 인코딩으로 읽음</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::PrimerWindow</name>
    <message>
        <source>Primer – Lapwing</source>
        <translation>입문 – Lapwing</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>강의 목록</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>강의</translation>
    </message>
    <message>
        <source>&amp;Run it</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>Run the program of this lesson</source>
        <translation>이 강의의 프로그램 실행</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>10 times as fast</source>
        <translation>10배 빠르게</translation>
    </message>
    <message>
        <source>&amp;Number, then Return:</source>
        <translation>숫자 입력 후 Enter(&amp;N):</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Timelines</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>In C++, as it runs here:</source>
        <translation>여기서 실행되는 C++ 코드:</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>중지(&amp;S)</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>중지했습니다.</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>실제 시간</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Priority</name>
    <message>
        <source>High</source>
        <translation>높음</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>낮음</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Questions</name>
    <message>
        <source>Lapwing run</source>
        <translation>Lapwing 실행 문서</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>웹 페이지</translation>
    </message>
    <message>
        <source>Table of downloads</source>
        <translation>다운로드 표</translation>
    </message>
    <message>
        <source>Table by number of simultaneous downloads</source>
        <translation>동시 다운로드 수별 표</translation>
    </message>
    <message>
        <source>Summary in Markdown</source>
        <translation>Markdown 요약</translation>
    </message>
    <message>
        <source>HTTP archive</source>
        <translation>HTTP 아카이브</translation>
    </message>
    <message>
        <source>Vector image</source>
        <translation>벡터 이미지</translation>
    </message>
    <message>
        <source>Bitmap image</source>
        <translation>비트맵 이미지</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 문서</translation>
    </message>
    <message>
        <source>Prometheus metrics</source>
        <translation>Prometheus 지표</translation>
    </message>
    <message>
        <source>Open a list of links</source>
        <translation>링크 목록 열기</translation>
    </message>
    <message>
        <source>Save downloads in</source>
        <translation>다운로드를 저장할 폴더</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>실행 내보내기</translation>
    </message>
    <message>
        <source>Open a run</source>
        <translation>실행 문서 열기</translation>
    </message>
    <message>
        <source>Run document (*.json)</source>
        <translation>실행 문서 (*.json)</translation>
    </message>
    <message>
        <source>Quit Lapwing?</source>
        <translation>Lapwing을 끝내시겠습니까?</translation>
    </message>
    <message>
        <source>Downloads are still running.</source>
        <translation>아직 다운로드 중입니다.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>계속 다운로드(&amp;K)</translation>
    </message>
    <message>
        <source>They will be paused, and can be resumed when Lapwing is started again. A download whose server does not support resuming starts over.</source>
        <translation>다운로드를 일시 정지하며, Lapwing을 다시 시작하면 이어받을 수 있습니다. 서버가 이어받기를 지원하지 않는 다운로드는 처음부터 다시 받습니다.</translation>
    </message>
    <message>
        <source>What has changed since it was last saved is lost.</source>
        <translation>마지막으로 저장한 뒤에 바뀐 내용은 사라집니다.</translation>
    </message>
    <message>
        <source>&amp;Quit without saving</source>
        <translation>저장하지 않고 끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Keep open</source>
        <translation>열어 두기(&amp;K)</translation>
    </message>
    <message>
        <source>It will be stopped without a result. The last run and its files are kept.</source>
        <translation>측정을 중지하며 결과는 남지 않습니다. 마지막 실행과 그 파일은 그대로 있습니다.</translation>
    </message>
    <message>
        <source>It will be stopped. Only complete rounds are kept.</source>
        <translation>측정을 중지합니다. 끝까지 마친 회차만 보관합니다.</translation>
    </message>
    <message>
        <source>A measurement is still running.</source>
        <translation>측정이 아직 진행 중입니다.</translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln links</source>
        <translation>
            <numerusform>링크 %Ln개 내보내기</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::QueueActions</name>
    <message>
        <source>Move to &amp;top</source>
        <translation>맨 위로 이동(&amp;T)</translation>
    </message>
    <message>
        <source>Start the selected downloads before all others</source>
        <translation>선택한 다운로드를 다른 모든 다운로드보다 먼저 시작합니다</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>위로 이동(&amp;U)</translation>
    </message>
    <message>
        <source>Start the selected downloads sooner</source>
        <translation>선택한 다운로드를 더 일찍 시작합니다</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>아래로 이동(&amp;D)</translation>
    </message>
    <message>
        <source>Start the selected downloads later</source>
        <translation>선택한 다운로드를 더 늦게 시작합니다</translation>
    </message>
    <message>
        <source>Move to &amp;bottom</source>
        <translation>맨 아래로 이동(&amp;B)</translation>
    </message>
    <message>
        <source>Start the selected downloads after all others</source>
        <translation>선택한 다운로드를 다른 모든 다운로드보다 나중에 시작합니다</translation>
    </message>
    <message>
        <source>Mo&amp;ve in the list</source>
        <translation>목록에서 이동(&amp;V)</translation>
    </message>
    <message>
        <source>Prior&amp;ity</source>
        <translation>우선순위(&amp;I)</translation>
    </message>
    <message>
        <source>Only in the list&apos;s own order: choose View, Order by, List order</source>
        <translation>목록 순서일 때만 가능: “보기”, “정렬 기준”에서 “목록 순서”를 선택하십시오</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::RejectsModel</name>
    <message>
        <source>Line</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln줄</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::RejectsPanel</name>
    <message>
        <source>Hide</source>
        <translation>숨기기</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Remove these lines; else they are kept for the next session</source>
        <translation>이 줄들을 지웁니다. 지우지 않으면 다음 실행 때도 남습니다</translation>
    </message>
    <message>
        <source>Refused lines</source>
        <translation>거부된 줄</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::ReportWindow</name>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Picture of the run</source>
        <translation>실행 그래프</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>Export this report; the file name&apos;s ending selects the format</source>
        <translation>이 보고서를 내보냅니다. 형식은 파일 확장자로 정해집니다.</translation>
    </message>
    <message>
        <source>&amp;Compare with an earlier run…</source>
        <translation>이전 실행과 비교(&amp;C)…</translation>
    </message>
    <message>
        <source>Show what got slower or faster since a run that was exported as JSON</source>
        <translation>JSON으로 내보낸 실행과 비교하여 느려지거나 빨라진 점을 표시합니다</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is too large to be a run document.</source>
        <translation>%1 파일은 실행 문서로는 너무 큽니다.</translation>
    </message>
    <message>
        <source>%1 – Lapwing</source>
        <translation>%1 – Lapwing</translation>
    </message>
    <message>
        <source>One of the documents contains no run, so there is nothing to compare.</source>
        <translation>문서 중 하나에 실행이 없어 비교할 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::RoomText</name>
    <message>
        <source>remaining size unknown</source>
        <translation>남은 크기 알 수 없음</translation>
    </message>
    <message>
        <source>at least %1 remaining</source>
        <translation>%1 이상 남음</translation>
    </message>
    <message>
        <source>%1 remaining</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>The disk containing %1 is full (%2, %3 free). Nothing was lost; free some space, then resume.</source>
        <translation>%1 폴더가 있는 디스크가 꽉 찼습니다(%2, 남은 공간 %3). 잃은 것은 없습니다. 공간을 확보한 뒤 이어받으십시오.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::RoundsChart</name>
    <message>
        <source>Time of each round</source>
        <translation>회차별 시간</translation>
    </message>
    <message>
        <source>band: 95 % interval of the median</source>
        <translation>띠: 중앙값의 95% 신뢰 구간</translation>
    </message>
    <message>
        <source>six rounds give a 95 % interval</source>
        <translation>6회차부터 95% 신뢰 구간을 얻습니다</translation>
    </message>
    <message>
        <source>%1, round %2: %3</source>
        <translation>%1, %2회차: %3</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Row</name>
    <message>
        <source>under 1 ms</source>
        <translation>1 ms 미만</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::RowActions</name>
    <message>
        <source>Retry &amp;failed (%1)</source>
        <translation>실패한 항목 %1개 다시 시도(&amp;F)</translation>
    </message>
    <message>
        <source>Retry &amp;failed</source>
        <translation>실패한 항목 다시 시도(&amp;F)</translation>
    </message>
    <message>
        <source>Retry failed %1</source>
        <translation>실패한 항목 %1개 다시 시도</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>실패한 항목 다시 시도</translation>
    </message>
    <message>
        <source>Change the name, folder, checksum, headers and limits of the file</source>
        <translation>파일의 이름, 폴더, 체크섬, 헤더, 제한을 바꿉니다</translation>
    </message>
    <message>
        <source>Edit download…</source>
        <translation>다운로드 편집…</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::RunNotification</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Downloads failed</source>
        <translation>다운로드 실패</translation>
    </message>
    <message>
        <source>Downloads finished</source>
        <translation>다운로드 완료</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Measurement finished</source>
        <translation>측정 완료</translation>
    </message>
    <message>
        <source>Open Lapwing to see the result.</source>
        <translation>Lapwing을 열면 결과를 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::RunTimeline</name>
    <message>
        <source>&amp;Show timeline</source>
        <translation>타임라인 표시(&amp;S)</translation>
    </message>
    <message>
        <source>Show the time of each download beside the list (Ctrl+T)</source>
        <translation>목록 옆에 각 다운로드의 시간을 표시합니다(Ctrl+T)</translation>
    </message>
    <message>
        <source>Ti&amp;meline</source>
        <translation>타임라인(&amp;M)</translation>
    </message>
    <message>
        <source>Show &amp;all of it</source>
        <translation>전체 보기(&amp;A)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>확대(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>축소(&amp;O)</translation>
    </message>
    <message>
        <source>Select the &amp;visible period</source>
        <translation>보이는 구간 선택(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Clear the selected period</source>
        <translation>구간 선택 해제(&amp;C)</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>일반(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Start downloads as soon as they are added</source>
        <translation>추가하는 즉시 다운로드 시작(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Resume unfinished downloads when Lapwing starts</source>
        <translation>Lapwing을 시작할 때 끝나지 않은 다운로드 이어받기(&amp;R)</translation>
    </message>
    <message>
        <source>Runs kept in the &amp;history</source>
        <translation>기록에 보관할 실행 수(&amp;H)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Older runs are deleted from the history; downloaded files stay.</source>
        <translation>오래된 실행은 기록에서 삭제됩니다. 다운로드한 파일은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>When a file of that &amp;name exists</source>
        <translation>같은 이름의 파일이 있을 때(&amp;N)</translation>
    </message>
    <message>
        <source>Number the new file</source>
        <translation>새 파일에 번호 붙이기</translation>
    </message>
    <message>
        <source>Keep the existing file and skip the download</source>
        <translation>기존 파일을 남기고 다운로드 건너뛰기</translation>
    </message>
    <message>
        <source>Replace the existing file once the download is complete</source>
        <translation>다운로드가 완료되면 기존 파일 바꾸기</translation>
    </message>
    <message>
        <source>Otherwise they are saved and marked as unverified.</source>
        <translation>선택하지 않으면 저장하고 검증 안 됨으로 표시합니다.</translation>
    </message>
    <message>
        <source>&amp;Maximum file size</source>
        <translation>최대 파일 크기(&amp;M)</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>Larger downloads fail.</source>
        <translation>이보다 큰 다운로드는 실패합니다.</translation>
    </message>
    <message>
        <source>T&amp;imeouts and retries</source>
        <translation>제한 시간과 재시도(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Retry after a failure</source>
        <translation>실패 시 재시도(&amp;R)</translation>
    </message>
    <message>
        <source> times</source>
        <translation>회</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>안 함</translation>
    </message>
    <message>
        <source>&amp;Connection timeout</source>
        <translation>연결 제한 시간(&amp;C)</translation>
    </message>
    <message>
        <source> s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Response &amp;timeout</source>
        <translation>응답 제한 시간(&amp;T)</translation>
    </message>
    <message>
        <source>St&amp;all timeout</source>
        <translation>수신 멈춤 제한 시간(&amp;A)</translation>
    </message>
    <message>
        <source>Minimum &amp;speed</source>
        <translation>최소 속도(&amp;S)</translation>
    </message>
    <message>
        <source> bytes/s</source>
        <translation> 바이트/초</translation>
    </message>
    <message>
        <source>A download slower than this for half a minute counts as failed.</source>
        <translation>30초 동안 이보다 느린 다운로드는 실패로 처리합니다.</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>프록시(&amp;P)</translation>
    </message>
    <message>
        <source>“none” connects directly and ignores http_proxy, https_proxy and all_proxy. Hosts in no_proxy are always connected to directly.</source>
        <translation>“none”을 입력하면 http_proxy, https_proxy, all_proxy를 무시하고 직접 연결합니다. no_proxy에 있는 호스트에는 항상 직접 연결합니다.</translation>
    </message>
    <message>
        <source>Proxy pass&amp;word</source>
        <translation>프록시 비밀번호(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Additional CA certificates</source>
        <translation>추가 CA 인증서(&amp;A)</translation>
    </message>
    <message>
        <source>PEM, in addition to the system&apos;s own</source>
        <translation>PEM, 시스템 인증서에 더하여 사용</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Coo&amp;kie file</source>
        <translation>쿠키 파일(&amp;K)</translation>
    </message>
    <message>
        <source>Netscape cookies.txt format</source>
        <translation>Netscape cookies.txt 형식</translation>
    </message>
    <message>
        <source>Accept cookies that servers set; each run starts without any</source>
        <translation>서버가 보내는 쿠키 허용(실행할 때마다 쿠키 없이 시작)</translation>
    </message>
    <message>
        <source>Use user names and passwords from ~/.&amp;netrc</source>
        <translation>~/.netrc의 사용자 이름과 비밀번호 사용(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Headers, one
per line</source>
        <translation>헤더, 한 줄에
하나씩(&amp;H)</translation>
    </message>
    <message>
        <source>Name: value</source>
        <translation>이름: 값</translation>
    </message>
    <message>
        <source>The proxy password and the headers are kept in memory only and forgotten when Lapwing closes.</source>
        <translation>프록시 비밀번호와 헤더는 메모리에만 보관하며, Lapwing을 닫으면 사라집니다.</translation>
    </message>
    <message>
        <source>none; http://name@host:port or socks5://host:port</source>
        <translation>none, http://name@host:port 또는 socks5://host:port</translation>
    </message>
    <message>
        <source>from the environment: %1</source>
        <translation>환경 변수: %1</translation>
    </message>
    <message>
        <source>Choose a certificate file</source>
        <translation>인증서 파일 선택</translation>
    </message>
    <message>
        <source>Choose a cookie file</source>
        <translation>쿠키 파일 선택</translation>
    </message>
    <message>
        <source>The password needs a user name in the address: http://name@host:port.</source>
        <translation>비밀번호를 쓰려면 주소에 사용자 이름이 있어야 합니다: http://name@host:port.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>&amp;Treat files that cannot be verified as failed</source>
        <translation>검증할 수 없는 파일을 실패로 처리(&amp;T)</translation>
    </message>
    <message>
        <source>Ser&amp;vers</source>
        <translation>서버(&amp;V)</translation>
    </message>
    <message>
        <source>Changes take effect with the next run; those under General immediately.</source>
        <translation>변경한 내용은 다음 실행부터 적용됩니다. “일반”의 설정은 바로 적용됩니다.</translation>
    </message>
    <message>
        <source>Notify when a r&amp;un ends while no window of Lapwing is active</source>
        <translation>활성화된 Lapwing 창이 없을 때 실행이 끝나면 알림 표시(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Keep the computer awake during a run</source>
        <translation>실행 중 컴퓨터의 절전 방지(&amp;K)</translation>
    </message>
    <message>
        <source>The screen may still turn off.</source>
        <translation>화면은 꺼질 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempts in all.</source>
        <translation>
            <numerusform>모두 %Ln번 시도합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Only temporary errors are retried; the delay starts at one second and doubles each time.</source>
        <translation>%1 일시적인 오류일 때만 재시도하며, 간격은 1초에서 시작해 두 배씩 늘어납니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Shortcuts</name>
    <message>
        <source>Menu of the selected rows</source>
        <translation>선택한 행의 메뉴</translation>
    </message>
    <message>
        <source>Between list and details</source>
        <translation>목록과 세부 정보 사이 이동</translation>
    </message>
    <message>
        <source>Close, or clear the selection</source>
        <translation>닫기 또는 선택 해제</translation>
    </message>
    <message>
        <source>Timeline: all of it</source>
        <translation>타임라인: 전체 보기</translation>
    </message>
    <message>
        <source>Timeline: zoom in, zoom out</source>
        <translation>타임라인: 확대, 축소</translation>
    </message>
    <message>
        <source>Timeline: select the visible period</source>
        <translation>타임라인: 보이는 구간 선택</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>First row, last row</source>
        <translation>첫 행, 마지막 행</translation>
    </message>
    <message>
        <source>Add links: select or deselect rows</source>
        <translation>링크 추가: 행 선택, 선택 해제</translation>
    </message>
    <message>
        <source>Timeline: all of it, and one at a time</source>
        <translation>타임라인: 하나씩 받을 때까지 전체 보기</translation>
    </message>
    <message>
        <source>Timeline: move left, move right</source>
        <translation>타임라인: 왼쪽으로, 오른쪽으로 이동</translation>
    </message>
    <message>
        <source>Timeline: start, end</source>
        <translation>타임라인: 처음, 끝</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::SleepInhibition</name>
    <message>
        <source>Downloads are in progress</source>
        <translation>다운로드 진행 중</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::SlotLane</name>
    <message>
        <source>Slots</source>
        <translation>슬롯</translation>
    </message>
    <message numerus="yes">
        <source>%1 at once, up to %n in use</source>
        <translation>
            <numerusform>동시 %1개, 최대 %n개 사용</numerusform>
        </translation>
    </message>
    <message>
        <source>Slot %1</source>
        <translation>%1번 슬롯</translation>
    </message>
    <message>
        <source>several downloads</source>
        <translation>여러 다운로드</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>비어 있음</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Stage</name>
    <message>
        <source>%1: %2, %3 to %4</source>
        <comment>row, what it does, times</comment>
        <translation>%1: %2, %3~%4</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::StageView</name>
    <message>
        <source>Timelines</source>
        <translation>타임라인</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Saving in %1 ▾</source>
        <translation>저장 폴더: %1 ▾</translation>
    </message>
    <message>
        <source>Save downloads in %1</source>
        <translation>다운로드를 저장할 폴더: %1</translation>
    </message>
    <message>
        <source>Saving in %1</source>
        <translation>저장 폴더: %1</translation>
    </message>
    <message>
        <source>Demo: nothing is saved ▾</source>
        <translation>데모: 저장하지 않음 ▾</translation>
    </message>
    <message>
        <source>Demo: nothing is saved</source>
        <translation>데모: 저장하지 않음</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::StatusLook</name>
    <message>
        <source>Queued</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>재시도 중</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>서버 응답 대기</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>다운로드 중</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>저장 중</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Unverified: completeness could not be confirmed</source>
        <translation>검증 안 됨: 파일이 완전한지 확인하지 못함</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::StatusWords</name>
    <message>
        <source>Retrying in %1 s</source>
        <translation>%1초 후 재시도</translation>
    </message>
    <message>
        <source>Retrying soon</source>
        <translation>곧 재시도</translation>
    </message>
    <message>
        <source>Skipped: a file of that name exists (download discarded)</source>
        <translation>건너뜀: 같은 이름의 파일이 있음(받은 내용은 버림)</translation>
    </message>
    <message>
        <source>Skipped: a file of that name exists (not downloaded)</source>
        <translation>건너뜀: 같은 이름의 파일이 있음(다운로드하지 않음)</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>시작 안 함</translation>
    </message>
    <message>
        <source>Paused, will start over</source>
        <translation>일시 정지됨, 처음부터 다시 받음</translation>
    </message>
    <message>
        <source>Skipped: name taken</source>
        <translation>건너뜀: 같은 이름 있음</translation>
    </message>
    <message>
        <source>Already on disk</source>
        <translation>이미 디스크에 있음</translation>
    </message>
    <message>
        <source>Already on disk, unverified</source>
        <translation>이미 디스크에 있음, 검증 안 됨</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>검증 안 됨</translation>
    </message>
    <message>
        <source>Already on disk, unverified: completeness could not be confirmed</source>
        <translation>이미 디스크에 있음, 검증 안 됨: 파일이 완전한지 확인하지 못함</translation>
    </message>
    <message>
        <source>limited to %1 at a time at the server&apos;s request</source>
        <translation>서버 요청에 따라 동시 %1개로 제한됨</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>limited to %1 at a time</source>
        <translation>동시 %1개로 제한됨</translation>
    </message>
    <message>
        <source>If paused or stopped, it would start over: it is small, or its server does not support resuming.</source>
        <translation>파일이 작거나 서버가 이어받기를 지원하지 않아, 일시 정지하거나 중지하면 처음부터 다시 받습니다.</translation>
    </message>
    <message>
        <source>Failed. %1 %2</source>
        <translation>실패했습니다. %1 %2</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>변경 없음</translation>
    </message>
    <message>
        <source>Unchanged, unverified</source>
        <translation>변경 없음, 검증 안 됨</translation>
    </message>
    <message>
        <source>%1: downloaded again, and the same as the file on disk</source>
        <translation>%1: 다시 다운로드했더니 디스크의 파일과 같음</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Storage</name>
    <message>
        <source>the disk is full.</source>
        <translation>디스크가 꽉 찼습니다.</translation>
    </message>
    <message>
        <source>the data folder cannot be written to.</source>
        <translation>데이터 폴더에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>another program keeps the file locked.</source>
        <translation>다른 프로그램이 파일을 잠그고 있습니다.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is not installed.</source>
        <translation>Qt의 SQLite 드라이버가 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>the disk reported an error.</source>
        <translation>디스크 오류가 발생했습니다.</translation>
    </message>
    <message>
        <source>The saved list is damaged, and nothing will be saved in this session.</source>
        <translation>저장된 목록이 손상되어 이번 세션에서는 아무것도 저장하지 않습니다.</translation>
    </message>
    <message>
        <source>The saved list was damaged and is kept as %1. Add your links again: partial downloads resume.</source>
        <translation>저장된 목록이 손상되어 %1 파일로 보관했습니다. 링크를 다시 추가하면 부분 파일부터 이어받습니다.</translation>
    </message>
    <message>
        <source>The saved list is from a newer version of Lapwing, and nothing will be saved in this session.</source>
        <translation>저장된 목록이 상위 버전의 Lapwing에서 만든 것이어서 이번 세션에서는 아무것도 저장하지 않습니다.</translation>
    </message>
    <message>
        <source>The saved list is from a newer version of Lapwing and is kept as %1.</source>
        <translation>저장된 목록이 상위 버전의 Lapwing에서 만든 것이어서 %1 파일로 보관했습니다.</translation>
    </message>
    <message>
        <source>The saved list could not be read: %1</source>
        <translation>저장된 목록을 읽지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The list could not be saved: %1</source>
        <translation>목록을 저장하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The history could not be saved: %1</source>
        <translation>기록을 저장하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The data folder cannot be written to: changes of this session are not saved.</source>
        <translation>데이터 폴더에 쓸 수 없어, 이번에 바꾼 내용은 저장되지 않습니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Stretch</name>
    <message>
        <source>%1 waiting, %2 receiving</source>
        <translation>대기 %1, 수신 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n downloads active</source>
        <translation>
            <numerusform>진행 중인 다운로드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>약 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 slots idle</source>
        <translation>
            <numerusform>슬롯 %2개 중 %1개 비어 있음</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Summary</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>%1 unverified</source>
        <translation>검증 안 됨 %1</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>건너뜀 %1</translation>
    </message>
    <message>
        <source>%1 queued</source>
        <translation>대기 중 %1</translation>
    </message>
    <message>
        <source>%1 retrying</source>
        <translation>재시도 중 %1</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>완료 %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>실패 %1</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>취소됨 %1</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>일시 정지됨 %1</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>진행 중 %1</translation>
    </message>
    <message>
        <source>%1 saving</source>
        <translation>저장 중 %1</translation>
    </message>
    <message>
        <source>%1 not started</source>
        <translation>시작 안 함 %1</translation>
    </message>
    <message>
        <source>measured once (±10 %)</source>
        <translation>한 번 측정(±10%)</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>estimated so far</source>
        <translation>현재까지 추정</translation>
    </message>
    <message>
        <source>estimated, being measured</source>
        <translation>추정, 측정 중</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>추정</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>파일 %2개 중 %1개</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>현재까지 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 measured</source>
        <translation>%1(측정)</translation>
    </message>
    <message>
        <source>%1 estimated</source>
        <translation>%1(추정)</translation>
    </message>
    <message>
        <source>together %1</source>
        <translation>함께 %1</translation>
    </message>
    <message>
        <source>one at a time %1</source>
        <translation>하나씩 %1</translation>
    </message>
    <message>
        <source>This is the list’s run; the timeline shows the one file tried after it.</source>
        <translation>목록 전체의 실행입니다. 타임라인은 그 뒤에 다시 시도한 파일 하나의 실행입니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::SweepChart</name>
    <message>
        <source>%1 at once: %2, %3</source>
        <translation>동시 %1개: %2, %3</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::TaskBar</name>
    <message>
        <source>Attempt %1 of %2</source>
        <translation>시도 %1/%2</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::TaskGroup</name>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>시작 안 함</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>저장 중</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::ThemeMenu</name>
    <message>
        <source>&amp;System</source>
        <translation>시스템 설정 따름(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::ThroughputLane</name>
    <message>
        <source>at most %1 over %2</source>
        <translation>최대 %1(%2 평균)</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>Sums of the selected period</source>
        <translation>선택한 구간의 합계</translation>
    </message>
    <message>
        <source>%1 to %2:  %3</source>
        <translation>%1~%2:  %3</translation>
    </message>
    <message numerus="yes">
        <source>From %1 to %2, %n running</source>
        <translation>
            <numerusform>%1~%2, %n개 진행 중</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>Timeline of the one file tried last</source>
        <translation>마지막으로 시도한 파일 하나의 타임라인</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::ToolBar</name>
    <message>
        <source>Retry failed %1</source>
        <translation>실패한 항목 %1개 다시 시도</translation>
    </message>
    <message>
        <source>At &amp;once</source>
        <translation>동시(&amp;O)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Show only the rows that match (Ctrl+F)</source>
        <translation>일치하는 행만 표시합니다(Ctrl+F)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::TrialChart</name>
    <message>
        <source>Picture of the runs</source>
        <translation>실행 그래프</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::TrialColumns</name>
    <message>
        <source>%1×</source>
        <translation>%1배</translation>
    </message>
    <message>
        <source>Ran first</source>
        <translation>먼저 실행한 쪽</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>하나씩</translation>
    </message>
    <message>
        <source>too many for a server</source>
        <translation>서버에 너무 많은 수</translation>
    </message>
    <message>
        <source>From</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>To</source>
        <translation>상한</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::TrialCost</name>
    <message numerus="yes">
        <source>%Ln runs</source>
        <translation>
            <numerusform>%Ln회 실행</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; asking the servers for the sizes…</source>
        <translation>%1, 서버에서 크기 확인 중…</translation>
    </message>
    <message>
        <source>%1; the sizes are not known</source>
        <translation>%1, 크기는 알 수 없음</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>bytes, runs</comment>
        <translation>%2, %1</translation>
    </message>
    <message>
        <source>%1 in %2, and %3</source>
        <comment>bytes, runs, files</comment>
        <translation>%2, %1, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files of unknown size</source>
        <translation>
            <numerusform>크기를 알 수 없는 파일 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown until one run has ended</source>
        <translation>실행이 한 번 끝나야 알 수 있음</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::TrialForm</name>
    <message>
        <source>What to measure</source>
        <translation>측정할 내용</translation>
    </message>
    <message>
        <source>Together against one at a time, &amp;once</source>
        <translation>함께 받기와 하나씩 받기 비교, 한 번(&amp;O)</translation>
    </message>
    <message>
        <source>Together against one at a time, &amp;in rounds</source>
        <translation>함께 받기와 하나씩 받기 비교, 여러 회차(&amp;I)</translation>
    </message>
    <message>
        <source>Num&amp;bers</source>
        <translation>시험할 수(&amp;B)</translation>
    </message>
    <message>
        <source>Numbers to try</source>
        <translation>시험할 수</translation>
    </message>
    <message>
        <source>Roun&amp;ds</source>
        <translation>회차 수(&amp;D)</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>회차 수</translation>
    </message>
    <message>
        <source>At least 6 for a 95 % interval</source>
        <translation>95% 신뢰 구간을 얻으려면 6 이상이어야 합니다</translation>
    </message>
    <message>
        <source>&amp;Warm up first</source>
        <translation>먼저 예열 실행(&amp;W)</translation>
    </message>
    <message>
        <source>Do one uncounted run first, so that host names are resolved and caches are warm</source>
        <translation>호스트 이름을 미리 조회하고 캐시를 채워 두도록, 집계하지 않는 실행을 먼저 한 번 합니다</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>No new files are kept; existing files stay.</source>
        <translation>새로 받은 파일은 남기지 않으며, 기존 파일은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Downloads the list one at a time and compares that with the last run. One pair of runs may be off by about 10 %.</source>
        <translation>목록을 하나씩 다운로드하여 마지막 실행과 비교합니다. 한 번씩만 실행하므로 10%쯤 오차가 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Downloads the list together and one at a time, in random order in each round. Six rounds give a 95 % interval.</source>
        <translation>회차마다 목록을 함께 한 번, 하나씩 한 번 임의의 순서로 다운로드합니다. 6회차까지 실행하면 95% 신뢰 구간을 얻습니다.</translation>
    </message>
    <message>
        <source>Available after a finished run that downloaded files</source>
        <translation>파일을 다운로드한 실행이 끝난 뒤에 사용할 수 있습니다</translation>
    </message>
    <message>
        <source>Enter whole numbers from 1 to %1, separated by commas.</source>
        <translation>1부터 %1까지의 정수를 쉼표로 구분하여 입력하십시오.</translation>
    </message>
    <message>
        <source>&amp;Ask for sizes</source>
        <translation>크기 확인(&amp;A)</translation>
    </message>
    <message>
        <source>Ask the servers for the sizes that are not known</source>
        <translation>알 수 없는 크기를 서버에 확인합니다</translation>
    </message>
    <message>
        <source>The best n&amp;umber of downloads at once</source>
        <translation>최적의 동시 다운로드 수(&amp;U)</translation>
    </message>
    <message>
        <source>Downloads the list with each of these numbers and recommends the smallest that no other clearly beats. Six rounds give 95 % intervals.</source>
        <translation>시험할 수마다 목록을 다운로드하여, 뚜렷이 더 빠른 다른 수가 없는 가장 작은 수를 권장합니다. 6회차까지 실행하면 95% 신뢰 구간을 얻습니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::TrialModel</name>
    <message>
        <source>%1: not known</source>
        <translation>%1: 알 수 없음</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::TrialPage</name>
    <message>
        <source>Measure</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>Back to the &amp;list</source>
        <translation>목록으로 돌아가기(&amp;L)</translation>
    </message>
    <message>
        <source>Show the list again (Esc); the measurement continues</source>
        <translation>목록을 다시 표시합니다(Esc). 측정은 계속됩니다.</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>시작(&amp;S)</translation>
    </message>
    <message>
        <source>Start measuring</source>
        <translation>측정 시작</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>중지(&amp;T)</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>측정 중지</translation>
    </message>
    <message>
        <source>It can start when the current run has ended.</source>
        <translation>현재 실행이 끝나면 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>Stopped. No round was complete, so nothing is kept.</source>
        <translation>중지했습니다. 완료된 회차가 없어 아무것도 보관하지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. The figures are for the %Ln complete rounds.</source>
        <translation>
            <numerusform>중지했습니다. 수치는 완료된 회차 %Ln개를 기준으로 합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept in the history.</source>
        <translation>기록에 보관했습니다.</translation>
    </message>
    <message>
        <source>Stopped. The run one at a time was not complete, so nothing is kept.</source>
        <translation>중지했습니다. 하나씩 받는 실행이 완료되지 않아 아무것도 보관하지 않습니다.</translation>
    </message>
    <message>
        <source>Measured on %1; kept in the history.</source>
        <translation>측정 일시: %1. 기록에 보관했습니다.</translation>
    </message>
    <message>
        <source>The last measurement was cut off, and none of its rounds is kept. Press Start to begin again.</source>
        <translation>지난 측정이 중단되어 회차를 하나도 보관하지 않았습니다. 다시 하려면 “시작”을 누르십시오.</translation>
    </message>
    <message>
        <source>The last run one at a time was not complete; showing the previous result.</source>
        <translation>마지막 하나씩 받기 실행이 끝까지 가지 못해 이전 결과를 표시합니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::TrialPicture</name>
    <message>
        <source>%1: no run has ended yet.</source>
        <translation>%1: 아직 끝난 실행이 없습니다.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: %2, the interval is %3 to %4.</source>
        <translation>%1: %2, 신뢰 구간 %3~%4.</translation>
    </message>
    <message>
        <source>%1: %2, from %3 to %4.</source>
        <translation>%1: %2, 범위 %3~%4.</translation>
    </message>
    <message>
        <source>%1 at once: %2, %3.</source>
        <translation>동시 %1개: %2, %3.</translation>
    </message>
    <message>
        <source>No run has ended yet.</source>
        <translation>아직 끝난 실행이 없습니다.</translation>
    </message>
    <message>
        <source>Recommended: %1.</source>
        <translation>권장: %1.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::TrialProgressView</name>
    <message>
        <source>Probing the servers</source>
        <translation>서버 확인 중</translation>
    </message>
    <message>
        <source>Warming up</source>
        <translation>예열 중</translation>
    </message>
    <message>
        <source>Round %1 of %2</source>
        <translation>회차 %1/%2</translation>
    </message>
    <message>
        <source>%1: %2 at once</source>
        <translation>%1: 동시 %2개</translation>
    </message>
    <message>
        <source>%1: together</source>
        <translation>%1: 함께</translation>
    </message>
    <message>
        <source>%1: one at a time</source>
        <translation>%1: 하나씩</translation>
    </message>
    <message>
        <source>Time left: %1</source>
        <translation>남은 시간: %1</translation>
    </message>
    <message>
        <source>The time left is known when one run has ended.</source>
        <translation>남은 시간은 실행이 한 번 끝나면 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>측정 진행률</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln runs</source>
        <translation>
            <numerusform>실행 %1/%Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lapwing::ui::TrialResult</name>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Open the re&amp;port</source>
        <translation>보고서 열기(&amp;P)</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>내보내기(&amp;X)…</translation>
    </message>
    <message>
        <source>Each run appears here when it has ended.</source>
        <translation>실행이 끝날 때마다 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1개로 설정</translation>
    </message>
    <message>
        <source>Download %1 at once from now on</source>
        <translation>이제부터 동시 %1개로 다운로드합니다</translation>
    </message>
    <message>
        <source>%1 at once is chosen.</source>
        <translation>동시 %1개로 설정되어 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files failed in the first run and were left out, so no number above %1 could be tried.</source>
        <translation>
            <numerusform>첫 실행에서 파일 %Ln개가 실패해 제외했으므로 %1보다 큰 수는 시험할 수 없었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Measured on %1, with another list.</source>
        <translation>측정 일시: %1. 다른 목록으로 측정했습니다.</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::TrialTable</name>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::TrialTime</name>
    <message>
        <source>about %1</source>
        <translation>약 %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>최대 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>%1 이상</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::VerdictCard</name>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>함께</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>하나씩</translation>
    </message>
    <message>
        <source>How is this calculated?</source>
        <translation>계산 방법</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>Find the best number… (%1)</source>
        <translation>최적의 수 찾기…(%1)</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>실패한 항목 다시 시도</translation>
    </message>
    <message>
        <source>No figure yet</source>
        <translation>아직 수치 없음</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Measure exactly</source>
        <translation>정확히 측정</translation>
    </message>
    <message>
        <source>Find the best number…</source>
        <translation>최적의 수 찾기…</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>모두 이어받기</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a figure and what it stands on</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>lapwing::ui::WindowTitle</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1% – %2</source>
        <translation>%1% – %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln links</source>
        <translation>
            <numerusform>링크 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finished: %Ln failed</source>
        <translation>
            <numerusform>끝남: 실패 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finished: %Ln files</source>
        <translation>
            <numerusform>끝남: 파일 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>측정 중</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>비교 중</translation>
    </message>
    <message>
        <source>Disk full – %1</source>
        <translation>디스크 꽉 참 – %1</translation>
    </message>
    <message>
        <source>Paused – %1</source>
        <translation>일시 정지됨 – %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
</TS>
