import { Button, Flex, Typography } from '@strapi/design-system';
import type { MappingForm } from '../../hooks/archives/useMapping';
import { useSay } from '../../hooks/words/useSay';
import { blockOf } from './Blocked';
import type { StepProps } from './step-props';
import { Fold } from '../parts/Fold';
import { Note } from '../parts/Note';
import { Section } from '../parts/Section';
import { KeyTable } from '../mapping/KeyTable';
import { MappingActions } from '../mapping/MappingActions';
import { MappingYaml } from '../mapping/MappingYaml';

interface MappingStepProps extends StepProps {
  readonly form: MappingForm;
}

/** Which keys the front matter of an archive has, and what becomes of each. */
export const MappingStep = (props: MappingStepProps) => {
  const { archive, overview, step, form } = props;
  const say = useSay();
  const { data, loadError, error } = form;
  const isBusy = step === 'wait';
  const mayChange = overview.may.import;

  return (
    <Section title={say('mapping.title')} hint={say('mapping.hint')}>
      {data === null && loadError === null && (
        <Typography role="status">{say('page.loading')}</Typography>
      )}
      {loadError !== null && (
        <Note
          kind="danger"
          role="alert"
          action={
            <Button variant="tertiary" onClick={form.again}>
              {say('failed.again')}
            </Button>
          }
        >
          {loadError}
        </Note>
      )}
      {data !== null && (
        <>
          {data.state !== 'counted' && (
            <Note kind="info" role="status">
              {say(`mapping.state-${data.state}`)}
            </Note>
          )}
          {data.mapping.problem !== null && <Note kind="warning">{data.mapping.problem}</Note>}
          {data.keys.length > 0 && (
            <KeyTable
              archive={archive.key}
              keys={data}
              form={form}
              isDisabled={!mayChange || isBusy}
            />
          )}
          {data.keys.length === 0 && data.state === 'counted' && (
            <Typography>{say('mapping.none')}</Typography>
          )}
          {error !== null && (
            <Note kind="danger" role="alert">
              {error}
            </Note>
          )}
          {mayChange && (data.keys.length > 0 || data.mapping.isSaved) && (
            <MappingActions
              form={form}
              mayPreview={blockOf(props, false) === null}
              isBusy={isBusy}
            />
          )}
          {data.mapping.yaml !== '' && (
            <Fold title={say('mapping.yaml')}>
              <Flex direction="column" alignItems="stretch">
                <MappingYaml yaml={data.mapping.yaml} />
              </Flex>
            </Fold>
          )}
        </>
      )}
    </Section>
  );
};
