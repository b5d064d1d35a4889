@echo off
rem Starts Tarn: finds a JVM, and has it keep an archive of loaded classes where it can.
rem
rem JAVA_HOME       a JDK or JRE, 17 or newer; without it the java on the PATH is taken
rem TARN_JAVA_OPTS  options for the JVM, separated by blanks, such as -Xmx8g
setlocal

set "JAR=%~dp0tarn.jar"
if not exist "%JAR%" set "JAR=%~dp0..\lib\tarn.jar"
if not exist "%JAR%" (
  echo tarn: there is no tarn.jar in %~dp0 and none in %~dp0..\lib>&2
  exit /b 2
)

if defined JAVA_HOME (
  set "JAVA=%JAVA_HOME%\bin\java.exe"
) else (
  set "JAVA="
  for /f "delims=" %%j in ('where java 2^>nul') do if not defined JAVA set "JAVA=%%j"
)
if not defined JAVA (
  echo tarn: no java on the PATH: install a JDK, 17 or newer, or set JAVA_HOME>&2
  exit /b 2
)
if not exist "%JAVA%" (
  echo tarn: JAVA_HOME is %JAVA_HOME%, where there is no bin\java.exe>&2
  exit /b 2
)

rem The feature release: 17 of "17.0.15", 1 of "1.8.0_402".
set "FEATURE="
for /f "tokens=3" %%v in ('""%JAVA%" -version 2>&1" ^| findstr /c:" version "') do (
  for /f "delims=." %%f in ("%%~v") do if not defined FEATURE set "FEATURE=%%f"
)
if defined FEATURE if %FEATURE% lss 17 (
  echo tarn: %JAVA% is of version %FEATURE%, and Tarn needs 17 or newer: set JAVA_HOME>&2
  exit /b 2
)

rem From 19 on the JVM makes the archive itself, and makes it anew when the jar is another one.
set "ARCHIVE="
if defined FEATURE if %FEATURE% geq 19 if defined LOCALAPPDATA (
  if not exist "%LOCALAPPDATA%\tarn" mkdir "%LOCALAPPDATA%\tarn" 2>nul
  if exist "%LOCALAPPDATA%\tarn" set "ARCHIVE=%LOCALAPPDATA%\tarn\classes-%FEATURE%.jsa"
)

rem A short command ends before the JVM's optimising compiler is worth its while; a long one has it
rem compile later, and less.
set "COMPILER=-XX:+IgnoreUnrecognizedVMOptions -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 -XX:InlineSmallCode=700 -XX:FreqInlineSize=150"
for %%c in (list summary show embed report help --version -V --help -h) do (
  if "%~1"=="%%c" set "COMPILER=-XX:TieredStopAtLevel=1"
)
for %%c in (tree network sensitivity counts spectrum) do (
  if "%~1 %~2"=="plot %%c" set "COMPILER=-XX:TieredStopAtLevel=1"
)
if "%~2"=="--help" set "COMPILER=-XX:TieredStopAtLevel=1"

if defined ARCHIVE (
  "%JAVA%" -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%ARCHIVE%" -Xlog:disable -Xlog:all=error:stderr %COMPILER% %TARN_JAVA_OPTS% -jar "%JAR%" %*
) else (
  "%JAVA%" %COMPILER% %TARN_JAVA_OPTS% -jar "%JAR%" %*
)
exit /b %ERRORLEVEL%
