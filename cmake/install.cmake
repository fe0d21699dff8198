# SPDX-License-Identifier: MIT
# What `cmake --install` puts below any prefix, which may be moved afterwards.
include(GNUInstallDirs)

# By which a desktop knows the program: of the desktop entry, the metadata, the icon and the windows.
set(LAPWING_ID org.lapwing.Lapwing)
string(TOLOWER ${LAPWING_ID} LAPWING_DEVELOPER)
string(REGEX REPLACE "\\.[^.]*$" "" LAPWING_DEVELOPER ${LAPWING_DEVELOPER})
set(LAPWING_RELEASE_DATE 2026-11-29)

# The metadata of a software centre needs addresses, which only who publishes the program has.
set(LAPWING_HOMEPAGE "" CACHE STRING "Address of the published sources, with the picture of README.md below it")
function(lapwing_write_metainfo homepage into)
    set(LAPWING_PUBLISHED "")
    if(homepage)
        set(LAPWING_PUBLISHED "  <url type=\"homepage\">${homepage}</url>
  <screenshots>
    <screenshot type=\"default\">
      <caption>The window after the demo</caption>
      <caption xml:lang=\"ko\">데모를 실행한 뒤의 창</caption>
      <image>${homepage}/resources/pictures/window.png</image>
    </screenshot>
  </screenshots>
")
    endif()
    configure_file(${PROJECT_SOURCE_DIR}/resources/desktop/lapwing.metainfo.xml.in
        ${into}/${LAPWING_ID}.metainfo.xml @ONLY)
endfunction()

# Where a program finds lapwing-picture, seen from its own folder: see report/picture/picture.cpp.
set(LAPWING_LIBEXEC ${CMAKE_INSTALL_LIBEXECDIR}/lapwing)
file(RELATIVE_PATH LAPWING_LIBEXEC_FROM_BIN /prefix/${CMAKE_INSTALL_BINDIR} /prefix/${LAPWING_LIBEXEC})

function(lapwing_install_rules)
    install(TARGETS lapwing lapwing-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    install(TARGETS lapwing-picture RUNTIME DESTINATION ${LAPWING_LIBEXEC})

    install(DIRECTORY ${PROJECT_BINARY_DIR}/share/man/man1/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
    foreach(completions bash-completion/completions zsh/site-functions fish/vendor_completions.d)
        install(DIRECTORY ${PROJECT_BINARY_DIR}/share/${completions}/
            DESTINATION ${CMAKE_INSTALL_DATADIR}/${completions})
    endforeach()

    set(desktop ${PROJECT_SOURCE_DIR}/resources/desktop)
    configure_file(${desktop}/lapwing.desktop.in ${PROJECT_BINARY_DIR}/desktop/${LAPWING_ID}.desktop @ONLY)
    lapwing_write_metainfo("${LAPWING_HOMEPAGE}" ${PROJECT_BINARY_DIR}/desktop)
    install(FILES ${PROJECT_BINARY_DIR}/desktop/${LAPWING_ID}.desktop
        DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${PROJECT_BINARY_DIR}/desktop/${LAPWING_ID}.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)

    configure_file(${desktop}/lapwing.service.in ${PROJECT_BINARY_DIR}/desktop/${LAPWING_ID}.service @ONLY)
    install(FILES ${PROJECT_BINARY_DIR}/desktop/${LAPWING_ID}.service
        DESTINATION ${CMAKE_INSTALL_DATADIR}/dbus-1/services)
    install(FILES ${desktop}/lapwing.mime.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME ${LAPWING_ID}.xml)

    set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
    install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/lapwing.svg
        DESTINATION ${icons}/scalable/apps RENAME ${LAPWING_ID}.svg)
    install(FILES ${desktop}/lapwing-symbolic.svg
        DESTINATION ${icons}/symbolic/apps RENAME ${LAPWING_ID}-symbolic.svg)

    install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
    install(FILES resources/run-document.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/lapwing)
endfunction()
